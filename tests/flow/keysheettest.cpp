// SPDX-License-Identifier: GPL-3.0-or-later
// The sheet of keys against the keys that the whole program really has.
#include "views/keys/keysheet.h"

#include "desktoprig.h"
#include "views/keys/keylines.h"
#include "views/pages/eventspage.h"
#include "views/pages/page.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPointer>
#include <QShortcut>
#include <QTabWidget>
#include <QTest>

using views::KeyGroup;
using views::KeyNote;
using views::KeySheet;

namespace {

/// An action or a shortcut of the window, with what Qt does about it.
struct RealKey
{
    const QObject *owner;
    QList<QKeySequence> keys;
    Qt::ShortcutContext context;
    QList<QWidget *> places; ///< to which the context is tied
};

/// Notices keys that a child has not taken, and goes no further with them.
class HandedOn final : public QObject
{
    Q_OBJECT
public:
    explicit HandedOn(QWidget &around) { around.installEventFilter(this); }
    bool any() const { return m_any; }
    bool eventFilter(QObject *, QEvent *event) override
    {
        const bool key = event->type() == QEvent::KeyPress;
        m_any = m_any || key;
        return key;
    }

private:
    bool m_any = false;
};

class KeySheetTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void cleanup();
    void everyKeyIsThere();
    void everyKeyIsExplainedOnce();
    void noKeyTwiceWhereItActs();
    void notedKeysAreTaken();
    void opensAndCloses();
    void menuOpensIt();
    void doesNotOpenWhileTyping();
    void rawEventHasItsOwnSearch();

private:
    views::MainWindow &window() { return m_rig.desktop->window(); }
    template<typename T> T *find(const char *name)
    {
        return window().findChild<T *>(QLatin1String(name));
    }
    QList<RealKey> realKeys();
    KeySheet *sheet() { return find<KeySheet>("keySheet"); }
    KeySheet *opened();

    DesktopRig m_rig;
};

void KeySheetTest::initTestCase()
{
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
    QVERIFY(m_rig.start(QSize(1280, 800)));
    QVERIFY(m_rig.listening());
}

void KeySheetTest::cleanupTestCase()
{
    QVERIFY(m_rig.stop());
}

void KeySheetTest::init()
{
    window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window()));
    window().showPage(find<views::EventsPage>("eventsPage"));
    window().currentPage()->setFocus();
}

void KeySheetTest::cleanup()
{
    if (KeySheet *open = sheet())
        open->reject();
    QTRY_VERIFY(!sheet());
}

// Found here without the help of keyLines().
QList<RealKey> KeySheetTest::realKeys()
{
    QList<RealKey> all;
    for (const QAction *action : window().findChildren<QAction *>()) {
        if (action->shortcuts().isEmpty())
            continue;
        QList<QWidget *> places;
        for (QObject *object : action->associatedObjects()) {
            if (auto *widget = qobject_cast<QWidget *>(object); widget && !widget->isWindow())
                places += widget;
        }
        all += { action, action->shortcuts(), action->shortcutContext(), places };
    }
    for (const QShortcut *key : window().findChildren<QShortcut *>())
        all += { key, key->keys(), key->context(), { qobject_cast<QWidget *>(key->parent()) } };
    return all;
}

KeySheet *KeySheetTest::opened()
{
    QTest::keyClick(&window(), Qt::Key_Question);
    KeySheet *open = sheet();
    return open && QTest::qWaitForWindowActive(open) ? open : nullptr;
}

void KeySheetTest::everyKeyIsThere()
{
    const QList<RealKey> real = realKeys();
    QVERIFY2(real.size() > 30, qPrintable(QString::number(real.size())));
    QHash<KeyGroup, QSet<QKeySequence>> said;
    for (const KeyNote &line : views::keyLines(window()))
        said[line.group].unite(QSet<QKeySequence>(line.keys.begin(), line.keys.end()));
    for (const RealKey &one : real) {
        const KeyGroup group = views::keyNotes(*one.owner).value(0).group;
        for (const QKeySequence &key : one.keys)
            QVERIFY2(said.value(group).contains(key), qPrintable(key.toString()));
    }
}

void KeySheetTest::everyKeyIsExplainedOnce()
{
    QHash<KeyGroup, QSet<QKeySequence>> groups;
    for (const KeyNote &line : views::keyLinesWithDialogs(window())) {
        QVERIFY2(line.group != KeyGroup::Others, qPrintable(line.text));
        QVERIFY2(!line.text.isEmpty(), qPrintable(line.keys.constFirst().toString()));
        QVERIFY2(!line.text.contains(u'&') && !line.text.contains(u'\t'), qPrintable(line.text));
        for (const QKeySequence &key : line.keys) {
            const QString where = views::keyGroupTitle(line.group) % u": " % key.toString();
            QVERIFY2(!groups[line.group].contains(key), qPrintable(where));
            groups[line.group].insert(key);
        }
    }
    for (int group = 0; group < int(KeyGroup::Others); ++group)
        QVERIFY2(groups.contains(KeyGroup(group)),
                 qPrintable(views::keyGroupTitle(KeyGroup(group))));
}

// Qt calls neither of two shortcuts that both could act.
void KeySheetTest::noKeyTwiceWhereItActs()
{
    const auto pageOf = [](const QWidget *widget) {
        while (widget && !qobject_cast<const views::Page *>(widget))
            widget = widget->parentWidget();
        return widget;
    };
    const auto meet = [&](const RealKey &one, const RealKey &other) {
        const QWidget *first = one.places.value(0);
        const QWidget *second = other.places.value(0);
        const QWidget *page = pageOf(first);
        const QWidget *otherPage = pageOf(second);
        if (page && otherPage && page != otherPage)
            return false; // never in sight together
        if (one.context != Qt::WidgetWithChildrenShortcut
            || other.context != Qt::WidgetWithChildrenShortcut)
            return true;
        return first == second || first->isAncestorOf(second) || second->isAncestorOf(first);
    };
    const QList<RealKey> real = realKeys();
    for (qsizetype i = 0; i < real.size(); ++i) {
        for (qsizetype k = i + 1; k < real.size(); ++k) {
            for (const QKeySequence &key : real.at(i).keys)
                QVERIFY2(!real.at(k).keys.contains(key) || !meet(real.at(i), real.at(k)),
                         qPrintable(key.toString()));
        }
    }
}

// What a widget says of itself is true: it does not hand these keys on to what it stands in.
void KeySheetTest::notedKeysAreTaken()
{
    const QSet<KeyGroup> always { KeyGroup::Tables, KeyGroup::FilterBox, KeyGroup::SearchBox,
                                  KeyGroup::TimeStrip, KeyGroup::Raw };
    // Taken where there is something to do: suggestions, rows, a search or a range to give up.
    const QSet<QKeySequence> sometimes { Qt::Key_Tab, Qt::Key_PageDown, Qt::Key_PageUp,
                                         Qt::Key_Escape };
    int tried = 0;
    for (QWidget *widget : window().findChildren<QWidget *>()) {
        HandedOn handedOn(*widget->parentWidget());
        for (const KeyNote &note : views::keyNotes(*widget)) {
            for (const QKeySequence &key : note.keys) {
                if (!always.contains(note.group) || sometimes.contains(key))
                    continue;
                QKeyEvent press(QEvent::KeyPress, key[0].key(), key[0].keyboardModifiers());
                QApplication::sendEvent(widget, &press);
                ++tried;
                QVERIFY2(!handedOn.any(),
                         qPrintable(QString(widget->objectName() % u": " % key.toString())));
            }
        }
    }
    QVERIFY(tried > 30);
    if (auto *help = find<QDialog>("filterHelp"))
        help->close();
    QTRY_VERIFY(!find<QDialog>("filterHelp"));
}

void KeySheetTest::opensAndCloses()
{
    QPointer<KeySheet> open = opened();
    QVERIFY(open);
    QCOMPARE(open->findChild<QListView *>()->accessibleName(), QStringLiteral("Keys"));
    auto *filter = open->findChild<QLineEdit *>(QStringLiteral("keySheet.filter"));
    QTRY_VERIFY(filter->hasFocus());
    QVERIFY(!filter->accessibleName().isEmpty());
    QTest::keyClick(filter, Qt::Key_Return); // not a button's
    QVERIFY(open->isVisible());
    QTest::keyClick(filter, Qt::Key_Escape);
    QTRY_VERIFY(!open);
    QVERIFY(window().isVisible());
}

void KeySheetTest::menuOpensIt()
{
    auto *action = find<QAction>("actions.keys");
    QVERIFY(find<QAction>("actions.about")
                    ->associatedObjects()
                    .contains(action->associatedObjects().constLast())); // both in the menu
    action->trigger();
    QVERIFY(sheet() && sheet()->isVisible());
    action->trigger();
    QCOMPARE(window().findChildren<KeySheet *>().size(), 1);
}

void KeySheetTest::doesNotOpenWhileTyping()
{
    auto *search = find<QLineEdit>("eventsPage.search");
    search->setFocus();
    QTRY_VERIFY(search->hasFocus());
    QTest::keyClick(search, Qt::Key_Question, Qt::ShiftModifier);
    QTest::keyClick(search, Qt::Key_Question);
    QVERIFY(!sheet());
    QCOMPARE(search->text(), QStringLiteral("??"));
    search->clear();
}

// Ctrl+F acts on the whole page, and otherwise within the raw event.
void KeySheetTest::rawEventHasItsOwnSearch()
{
    QVERIFY(m_rig.deliver("confirmed/MOBILE_SECURE__USER_DELETED.json"));
    auto *table = find<QAbstractItemView>("eventsPage.table");
    QTRY_COMPARE(table->model()->rowCount(), 1);
    table->setCurrentIndex(table->model()->index(0, 0));
    auto *raw = find<QWidget>("detailPane.raw");
    QTRY_VERIFY(find<QTabWidget>("detailPane.tabs")->isVisible());
    find<QTabWidget>("detailPane.tabs")->setCurrentIndex(1);
    QTRY_VERIFY(raw->isVisible());
    for (int press = 0; press < 3; ++press) {
        raw->setFocus();
        QTest::keyClick(raw, Qt::Key_F, Qt::ControlModifier);
        QVERIFY(find<QLineEdit>("detailPane.raw.search")->hasFocus());
        table->setFocus();
        QTest::keyClick(table, Qt::Key_F, Qt::ControlModifier);
        QVERIFY(find<QLineEdit>("eventsPage.search")->hasFocus());
    }
}

} // namespace

QTEST_MAIN(KeySheetTest)
#include "keysheettest.moc"
