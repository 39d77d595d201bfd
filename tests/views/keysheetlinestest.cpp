// SPDX-License-Identifier: GPL-3.0-or-later
// The sheet of keys: what it shows of the lines it is given, and how one finds some.
#include "models/settings/receiversecrets.h"
#include "views/keys/dialogkeys.h"
#include "views/keys/keydelegate.h"
#include "views/keys/keylines.h"
#include "views/keys/keysheet.h"
#include "views/settings/settingsdialog.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QShortcut>
#include <QTest>

#include <algorithm>
#include <memory>

using views::KeyGroup;
using views::KeyNote;
using views::KeySheet;
using views::KeysModel;

namespace {

QList<KeyNote> someLines()
{
    return { { { Qt::CTRL | Qt::Key_N }, QStringLiteral("New window"), KeyGroup::Window },
             { { QKeySequence(Qt::Key_Down), QKeySequence(Qt::Key_J) },
               QStringLiteral("Next row"),
               KeyGroup::Tables },
             { { Qt::Key_O }, QStringLiteral("Show its events"), KeyGroup::AccessTable },
             { { Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4 },
               QStringLiteral("Choose the view"),
               KeyGroup::Views } };
}

class KeySheetLinesTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_sheet.reset(); }
    void collects();
    void listsDialogsThatAreNotThere();
    void dialogsGoByWhatIsListed();
    void modelKeepsItsWord();
    void filters();
    void goesThroughTheListFromTheFilter();

private:
    QStringList shown() const;

    std::unique_ptr<KeySheet> m_sheet;
    QLineEdit *m_filter = nullptr;
    QListView *m_list = nullptr;
};

void KeySheetLinesTest::init()
{
    m_sheet = std::make_unique<KeySheet>(someLines());
    m_filter = m_sheet->findChild<QLineEdit *>(QStringLiteral("keySheet.filter"));
    m_list = m_sheet->findChild<QListView *>(QStringLiteral("keySheet.list"));
    m_sheet->show();
    QVERIFY(QTest::qWaitForWindowActive(m_sheet.get()));
}

/// The lines that are shown, without headings.
QStringList KeySheetLinesTest::shown() const
{
    QStringList lines;
    for (int row = 0; row < m_list->model()->rowCount(); ++row) {
        const QModelIndex index = m_list->model()->index(row, 0);
        if (!index.data(KeysModel::HeadingRole).toBool())
            lines += index.data().toString();
    }
    return lines;
}

void KeySheetLinesTest::collects()
{
    QWidget window;
    auto *table = new QWidget(&window);
    QAction note(QStringLiteral("Add a &note…\tX"), table);
    note.setShortcuts({ QKeySequence(Qt::Key_N), QKeySequence(Qt::Key_M) });
    views::noteKey(note, KeyGroup::TriageTables);
    QAction without(QStringLiteral("Without a key"), table);
    QShortcut nobodySaid(QKeySequence(Qt::Key_F12), table);
    QShortcut find(QKeySequence(Qt::CTRL | Qt::Key_F), table);
    QShortcut slash(QKeySequence(Qt::Key_Slash), &window);
    for (QShortcut *same : { &find, &slash })
        views::noteKey(*same, KeyGroup::EveryPage, QStringLiteral("Search"));
    views::noteKeys(*table, KeyGroup::Tables, { { { Qt::Key_Up }, QStringLiteral("Up") } });
    views::noteKeys(*table, KeyGroup::Tables, { { { Qt::Key_Home }, QStringLiteral("Top") } });
    QDialog dialog(&window);
    QShortcut ofDialog(QKeySequence(Qt::Key_F11), &dialog);

    QStringList said;
    for (const KeyNote &line : views::keyLines(window)) {
        QStringList keys;
        for (const QKeySequence &key : line.keys)
            keys += views::keyText(key);
        said += QString(QString::number(int(line.group)) % u' ' % line.text % u' '
                        % keys.join(u' '));
    }
    const auto group = [](KeyGroup of) { return QString::number(int(of)); };
    QCOMPARE(said.size(), 5);
    QVERIFY(said.at(0).startsWith(QString(group(KeyGroup::EveryPage) % u" Search ")));
    QVERIFY(said.at(0).contains(QStringLiteral("Ctrl+F")) && said.at(0).contains(u'/'));
    QCOMPARE(said.at(1), QString(group(KeyGroup::Tables) % u" Up Up"));
    QCOMPARE(said.at(2), QString(group(KeyGroup::Tables) % u" Top Home"));
    QCOMPARE(said.at(3), QString(group(KeyGroup::TriageTables) % u" Add a note N M"));
    QCOMPARE(said.at(4), QString(group(KeyGroup::Others) % u"  F12")); // shown all the same
    QCOMPARE(views::keyText(QKeySequence(Qt::CTRL | Qt::Key_Return)), QStringLiteral("Ctrl+Enter"));
}

void KeySheetLinesTest::listsDialogsThatAreNotThere()
{
    QWidget window;
    QShortcut nobodySaid(QKeySequence(Qt::Key_F12), &window);
    const QList<KeyNote> lines = views::keyLinesWithDialogs(window);
    QCOMPARE(lines.constLast().group, KeyGroup::Others);
    QVERIFY(std::is_sorted(
            lines.begin(), lines.end(),
            [](const KeyNote &one, const KeyNote &other) { return one.group < other.group; }));
    for (int key = 0; key < views::dialogKeyCount; ++key) {
        const KeyNote said = views::dialogKey(views::DialogKey(key));
        QVERIFY(!said.keys.isEmpty() && !said.text.isEmpty());
        const auto line = std::find_if(lines.begin(), lines.end(), [&said](const KeyNote &one) {
            return one.group == said.group && one.text == said.text;
        });
        QVERIFY2(line != lines.end(), qPrintable(said.text));
        QVERIFY2(line->keys.contains(said.keys.constFirst()), qPrintable(said.text));
    }
    KeySheet sheet(lines);
    auto *list = sheet.findChild<QListView *>(QStringLiteral("keySheet.list"));
    QStringList headings;
    for (int row = 0; row < list->model()->rowCount(); ++row) {
        const QModelIndex index = list->model()->index(row, 0);
        if (index.data(KeysModel::HeadingRole).toBool())
            headings += index.data().toString();
    }
    for (const QString &heading :
         { QStringLiteral("In the settings"), QStringLiteral("In the dialog of columns") })
        QCOMPARE(headings.count(heading), 1);
}

void KeySheetLinesTest::dialogsGoByWhatIsListed()
{
    using views::DialogKey;
    const auto pressed = [](DialogKey key, int code, Qt::KeyboardModifiers modifiers = {}) {
        return views::isPressed(key, QKeyEvent(QEvent::KeyPress, code, modifiers));
    };
    QVERIFY(pressed(DialogKey::AddEntry, Qt::Key_Return));
    QVERIFY(pressed(DialogKey::AddEntry, Qt::Key_Enter, Qt::KeypadModifier));
    QVERIFY(!pressed(DialogKey::AddEntry, Qt::Key_Return, Qt::ControlModifier));
    QVERIFY(pressed(DialogKey::MoveColumnUp, Qt::Key_Up, Qt::AltModifier));
    QVERIFY(!pressed(DialogKey::MoveColumnUp, Qt::Key_Up));
    QVERIFY(!pressed(DialogKey::MoveColumnUp, Qt::Key_Down, Qt::AltModifier));

    QSet<QKeySequence> listed;
    for (const KeyNote &line : views::dialogKeys()) {
        if (line.group == KeyGroup::Settings)
            listed.unite(QSet<QKeySequence>(line.keys.begin(), line.keys.end()));
    }
    const views::SettingsDialog settings({}, models::ReceiverSecrets::fromToken({}), nullptr,
                                         std::chrono::seconds(30));
    const auto shortcuts = settings.findChildren<QShortcut *>();
    QVERIFY(shortcuts.size() >= 2);
    for (const QShortcut *shortcut : shortcuts) {
        for (const QKeySequence &key : shortcut->keys())
            QVERIFY2(listed.contains(key), qPrintable(key.toString()));
    }
}

void KeySheetLinesTest::modelKeepsItsWord()
{
    KeysModel model(someLines());
    const QAbstractItemModelTester tester(&model);
    QCOMPARE(model.rowCount(), 8);
    model.setFilter(QStringLiteral("view"));
    QCOMPARE(model.rowCount(), 2);
    QVERIFY(model.index(0).data(KeysModel::HeadingRole).toBool());
    QVERIFY(!(model.flags(model.index(0)) & Qt::ItemIsSelectable));
    QCOMPARE(model.index(1).data(KeysModel::CapsRole).toStringList(),
             QStringList({ QStringLiteral("1"), QStringLiteral("…"), QStringLiteral("4") }));
    const auto width = [this](const QString &cap) {
        return views::KeyDelegate::capsWidth(m_sheet->fontMetrics(), { cap });
    };
    QVERIFY(width(QStringLiteral("…")) < width(QStringLiteral("1"))); // it is no key
    model.setFilter(QStringLiteral("2")); // one of those between
    QCOMPARE(model.rowCount(), 2);
}

void KeySheetLinesTest::filters()
{
    auto *none = m_sheet->findChild<QLabel *>(QStringLiteral("keySheet.none"));
    QCOMPARE(shown().size(), 4);
    QTest::keyClicks(m_filter, QStringLiteral("NEXT")); // what it does
    QCOMPARE(shown(), QStringList { QStringLiteral("Next row") });
    m_filter->setText(QStringLiteral("ctrl+n")); // its name
    QCOMPARE(shown(), QStringList { QStringLiteral("New window") });
    m_filter->setText(QStringLiteral(" users  events")); // its heading, and what it does
    QCOMPARE(shown(), QStringList { QStringLiteral("Show its events") });
    m_filter->setText(QStringLiteral("no such thing"));
    QVERIFY(none->isVisible());
    QVERIFY(!m_list->isVisible());
    m_filter->clear();
    QVERIFY(!none->isVisible());
    QCOMPARE(shown().size(), 4);
}

void KeySheetLinesTest::goesThroughTheListFromTheFilter()
{
    QTest::keyClick(m_filter, Qt::Key_Down);
    QVERIFY(m_filter->hasFocus());
    QCOMPARE(m_list->currentIndex().row(), 1); // not the heading
    QTest::keyClick(m_filter, Qt::Key_Down);
    QCOMPARE(m_list->currentIndex().row(), 3);
    const QString said = m_list->currentIndex().data(Qt::AccessibleTextRole).toString();
    QCOMPARE(said, QStringLiteral("Down J: Next row, In every table"));
    m_list->setCurrentIndex({});
    QTest::keyClick(m_filter, Qt::Key_PageDown);
    QVERIFY(m_list->currentIndex().isValid());
}

} // namespace

QTEST_MAIN(KeySheetLinesTest)
#include "keysheetlinestest.moc"
