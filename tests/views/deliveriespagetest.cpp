// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/deliveriespage.h"
#include "deliveriesshown.h"
#include "views/desktop/theme.h"
#include "views/detail/byteswords.h"
#include "views/detail/deliverypane.h"
#include "views/detail/refusedpart.h"
#include "views/widgets/emptystate.h"
#include "views/widgets/eventtable.h"
#include "views/widgets/facetpanel.h"
#include "views/widgets/facetsection.h"
#include "views/widgets/messagebar.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

namespace {

using models::DeliveriesModel;
using models::DeliveryResult;

// Rows of fillDeliveries(), newest first.
enum Row { Last, Imported, Broken, Partly, Large, Storm, FirstAccepted };

/// A shown page over a record of requests.
struct Shown
{
    tests::FakeDeliveries archive;
    views::DeliveriesPage page { archive };
    std::unique_ptr<QAbstractItemModelTester> tester;

    explicit Shown(bool filled = true)
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        if (filled)
            fillDeliveries(archive, models::now());
        page.resize(1280, 760);
        page.show();
        (void)QTest::qWaitForWindowActive(&page);
        tester = std::make_unique<QAbstractItemModelTester>(
                table()->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
        (void)QTest::qWaitFor([this] { return !filled_() || table()->isVisible(); });
        (void)QTest::qWaitFor([this] { return archive.counts > 0; });
        QTest::qWait(20);
    }
    bool filled_() const { return !archive.records.isEmpty(); }
    template<typename T> T *child(const char *name) const
    {
        return page.findChild<T *>(QLatin1String(name));
    }
    views::EventTable *table() const { return child<views::EventTable>("deliveriesPage.table"); }
    QLineEdit *search() const { return child<QLineEdit>("deliveriesPage.search"); }
    QString count() const { return child<QLabel>("deliveriesPage.count")->text(); }
    views::EmptyState *empty() const { return page.findChild<views::EmptyState *>(); }
    views::DeliveryPane *pane() const { return page.findChild<views::DeliveryPane *>(); }
    int rows() const { return table()->model()->rowCount(); }
    QListView &facet(int number) const
    {
        return page.findChild<views::FacetPanel *>()->sections().at(number)->list();
    }
    QPoint cell(int row, int column) const
    {
        return table()->visualRect(table()->model()->index(row, column)).center();
    }
    void choose(int row)
    {
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {},
                          cell(row, DeliveriesModel::Result));
        (void)QTest::qWaitFor([this, row] { return pane()->deliveryId() == table()->idAt(row); });
    }
    views::RefusedPart *part(int number) const
    {
        return child<views::RefusedPart>(
                qPrintable(QStringLiteral("deliveryPane.part%1").arg(number)));
    }
};

QPushButton *buttonOf(QWidget *parent, const char *name)
{
    return parent->findChild<QPushButton *>(QLatin1String(name));
}

class DeliveriesPage : public QObject
{
    Q_OBJECT
private slots:
    void showsWhatIsOnRecord();
    void hiddenItDoesNothing();
    void searching();
    void facetsNarrow();
    void detailsTellAndAdvise();
    void acceptAfterAll();
    void acceptThatFails();
    void eventsAreShown();
    void exporting();
    void bans();
    void emptyStates();
    void failureBesideRows();
    void keys();
    void contextMenu();
    void hostileBytes();
    void controlsHaveNames();

private:
    views::Theme m_theme;
};

void DeliveriesPage::showsWhatIsOnRecord()
{
    Shown shown;
    QTRY_COMPARE(shown.count(), QStringLiteral("1,245 requests"));
    QCOMPARE(shown.rows(), 46); // the storm is one row
    QVERIFY(shown.table()->hasFocus());
    const auto text = [&](int row, int column) {
        return shown.table()->model()->index(row, column).data().toString();
    };
    QCOMPARE(text(Storm, DeliveriesModel::Peer), QStringLiteral("203.0.113.7"));
    QVERIFY(text(Storm, DeliveriesModel::Cause).contains(QStringLiteral("×1,200 since ")));
    QCOMPARE(text(Last, DeliveriesModel::Events), QStringLiteral("1 new · 1 repeated"));
    shown.archive.add(shown.archive.records.constLast());
    shown.archive.announce();
    QTRY_COMPARE(shown.rows(), 47);
}

void DeliveriesPage::hiddenItDoesNothing()
{
    Shown shown;
    shown.page.hide();
    const int reads = shown.archive.newerReads + shown.archive.olderReads + shown.archive.counts;
    shown.archive.add(shown.archive.records.constLast());
    for (int i = 0; i < 5; ++i)
        shown.archive.announce();
    QTest::qWait(300);
    QCOMPARE(shown.archive.newerReads + shown.archive.olderReads + shown.archive.counts, reads);
    shown.page.show();
    QTRY_COMPARE(shown.rows(), 47);
}

void DeliveriesPage::searching()
{
    Shown shown;
    QTest::keyClick(shown.table(), '/');
    QVERIFY(shown.search()->hasFocus());
    QTest::keyClicks(shown.search(), QStringLiteral("LARGER"));
    QTRY_COMPARE(shown.rows(), 1);
    QTRY_COMPARE(shown.count(), QStringLiteral("1 of 1,245 requests"));
    QTest::keyClick(shown.search(), Qt::Key_Escape);
    QTRY_COMPARE(shown.rows(), 46);
    QTest::keyClick(shown.search(), Qt::Key_Escape);
    QVERIFY(shown.table()->hasFocus());
}

void DeliveriesPage::facetsNarrow()
{
    Shown shown;
    QListView &results = shown.facet(0);
    QTRY_COMPARE(results.model()->rowCount(), 4);
    const auto click = [](QListView &list, const QString &label) {
        const auto found = list.model()->match(list.model()->index(0, 0), Qt::DisplayRole, label);
        const QRect row = list.visualRect(found.value(0));
        QTest::mouseClick(list.viewport(), Qt::LeftButton, {},
                          QPoint(row.left() + 30, row.center().y()));
    };
    click(results, QStringLiteral("Refused"));
    QTRY_COMPARE(shown.rows(), 3);
    QTRY_COMPARE(shown.count(), QStringLiteral("1,202 of 1,245 requests"));
    click(shown.facet(1), QStringLiteral("203.0.113.7"));
    QTRY_COMPARE(shown.rows(), 1);
    click(results, QStringLiteral("Refused"));
    click(shown.facet(1), QStringLiteral("203.0.113.7"));
    QTRY_COMPARE(shown.rows(), 46);
    shown.page.showRefused();
    QTRY_COMPARE(shown.rows(), 3);
}

void DeliveriesPage::detailsTellAndAdvise()
{
    Shown shown;
    QVERIFY(!shown.pane()->isVisible());
    shown.choose(Storm);
    QVERIFY(shown.pane()->isVisible());
    QCOMPARE(shown.child<QLabel>("deliveryPane.title")->text(),
             QStringLiteral("Wrong bearer token"));
    QVERIFY(shown.child<QTextEdit>("deliveryPane.advice")
                    ->toPlainText()
                    .contains(QStringLiteral("copy the token")));
    QVERIFY(shown.child<QPlainTextEdit>("deliveryPane.head")
                    ->toPlainText()
                    .contains(QStringLiteral("Authorization: Bearer ****")));
    shown.choose(Last);
    QVERIFY(!shown.child<QTextEdit>("deliveryPane.advice"));
    QTest::mouseClick(shown.child<QPushButton>("deliveryPane.copy"), Qt::LeftButton);
    QVERIFY(QApplication::clipboard()->text().contains(QStringLiteral("198.51.100.20")));
    for (const int status : { 400, 401, 403, 404, 405, 408, 411, 413, 415, 429, 503 })
        QVERIFY(!views::refusalAdvice(status).isEmpty());
}

void DeliveriesPage::acceptAfterAll()
{
    Shown shown;
    shown.choose(Broken);
    views::RefusedPart *part = shown.part(0);
    QVERIFY(part);
    auto *offer = buttonOf(part, "deliveryPane.offer");
    auto *accept = buttonOf(part, "deliveryPane.accept");
    QVERIFY(offer->isVisible() && !accept->isVisible());
    QTest::mouseClick(offer, Qt::LeftButton); // asks back in its place
    QVERIFY(!offer->isVisible() && accept->isVisible());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space); // the focus is on Cancel
    QVERIFY(offer->isVisible() && !accept->isVisible());
    QTest::mouseClick(offer, Qt::LeftButton);
    QTest::mouseClick(accept, Qt::LeftButton);
    QVERIFY(!offer->isEnabled());
    auto *show = part->findChild<QToolButton *>(QStringLiteral("deliveryPane.showAccepted"));
    QTRY_VERIFY(show->isVisible());
    QVERIFY(!offer->isVisible());
    QSignalSpy asked(&shown.page, &views::DeliveriesPage::eventRequested);
    QTest::mouseClick(show, Qt::LeftButton);
    QCOMPARE(asked.takeFirst().first().toLongLong(), 500);
    // One that had been accepted before says so at once.
    shown.choose(Partly);
    QVERIFY(!buttonOf(shown.part(4), "deliveryPane.offer")->isVisible());
    QVERIFY(buttonOf(shown.part(1), "deliveryPane.offer")->isVisible());
}

void DeliveriesPage::acceptThatFails()
{
    Shown shown;
    shown.archive.acceptProblem = QStringLiteral("the disk is full");
    shown.choose(Broken);
    QTest::mouseClick(buttonOf(shown.part(0), "deliveryPane.offer"), Qt::LeftButton);
    QTest::mouseClick(buttonOf(shown.part(0), "deliveryPane.accept"), Qt::LeftButton);
    const auto said = [&] {
        for (const QLabel *label : shown.part(0)->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(QStringLiteral("the disk is full")))
                return true;
        }
        return false;
    };
    QTRY_VERIFY(said());
    QVERIFY(buttonOf(shown.part(0), "deliveryPane.offer")->isEnabled());
}

void DeliveriesPage::eventsAreShown()
{
    Shown shown;
    shown.choose(Partly);
    QSignalSpy asked(&shown.page, &views::DeliveriesPage::eventRequested);
    auto *link = shown.child<QToolButton>("deliveryPane.event");
    shown.pane()->findChild<QScrollArea *>()->ensureWidgetVisible(link);
    QTest::mouseClick(link, Qt::LeftButton);
    QCOMPARE(asked.takeFirst().first().toLongLong(), 17);
}

void DeliveriesPage::exporting()
{
    QTemporaryDir folder;
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    Shown shown;
    shown.page.showRefused();
    QTRY_COMPARE(shown.rows(), 3);
    shown.child<QAction>("deliveriesPage.exportAction")->trigger();
    auto *dialog = shown.child<QFileDialog>("deliveriesPage.exportDialog");
    QVERIFY(dialog && dialog->isVisible());
    const QString file = folder.filePath(QStringLiteral("out.csv"));
    dialog->setDirectory(folder.path());
    dialog->findChild<QLineEdit *>()->setText(file);
    QTest::keyClick(dialog->findChild<QLineEdit *>(), Qt::Key_Return);
    QTRY_COMPARE(shown.archive.exportFile, file);
    QCOMPARE(shown.archive.exportedFilter.results,
             models::DeliveryResults(DeliveryResult::Refused));
    auto *bar = shown.child<QWidget>("deliveriesPage.export")->findChild<views::MessageBar *>();
    auto *progress = bar->findChild<QProgressBar *>();
    shown.archive.progress(600, 1200);
    QVERIFY(bar->isVisible() && progress->isVisible());
    QCOMPARE(progress->value(), progress->maximum() / 2);
    QTest::mouseClick(bar->findChild<QPushButton *>(), Qt::LeftButton);
    QTRY_VERIFY(bar->message().contains(QStringLiteral("Cancelled.")));
    QVERIFY(!progress->isVisible());
    QTest::mouseClick(bar->findChild<QToolButton *>(), Qt::LeftButton);
    QVERIFY(!bar->isVisible());
}

void DeliveriesPage::bans()
{
    Shown shown;
    auto *bar = shown.child<QWidget>("deliveriesPage.bans");
    QVERIFY(!bar->isVisible());
    const models::Ban one { "203.0.113.7", QStringLiteral("203.0.113.7"), 10,
                            models::now() + std::chrono::minutes(1) };
    shown.page.setBans({ one });
    QVERIFY(bar->isVisible());
    auto *message = bar->findChild<views::MessageBar *>();
    QVERIFY(message->message().startsWith(QStringLiteral("203.0.113.7 is shut out until ")));
    QSignalSpy lifted(&shown.page, &views::DeliveriesPage::liftRequested);
    QTest::mouseClick(message->findChild<QPushButton *>(), Qt::LeftButton);
    QCOMPARE(lifted.takeFirst().first().toByteArray(), QByteArray("203.0.113.7"));
    models::Ban other = one;
    other.group = "2001:db8::/64";
    shown.page.setBans({ one, other });
    QVERIFY(message->message().startsWith(QStringLiteral("2 addresses")));
    QTest::mouseClick(message->findChild<QPushButton *>(), Qt::LeftButton);
    auto *list = shown.child<QFrame>("deliveriesPage.banList");
    QVERIFY(list && list->isVisible());
    QTest::mouseClick(list->findChildren<QToolButton *>().last(), Qt::LeftButton);
    QCOMPARE(lifted.takeFirst().first().toByteArray(), other.group);
    shown.page.setBans({});
    QVERIFY(!bar->isVisible());
}

void DeliveriesPage::emptyStates()
{
    Shown shown(false);
    QTRY_COMPARE(shown.empty()->title(), QStringLiteral("No request yet"));
    QVERIFY(!shown.table()->isVisible());
    QSignalSpy settings(&shown.page, &views::DeliveriesPage::settingsRequested);
    QTest::mouseClick(shown.empty()->findChild<QPushButton *>(), Qt::LeftButton);
    QCOMPARE(settings.size(), 1);
    fillDeliveries(shown.archive, models::now());
    shown.archive.announce();
    QTRY_VERIFY(shown.table()->isVisible());
    shown.search()->setFocus();
    QTest::keyClicks(shown.search(), QStringLiteral("no such"));
    QTRY_COMPARE(shown.empty()->title(), QStringLiteral("No request matches the filter"));
    QTest::mouseClick(shown.empty()->findChild<QPushButton *>(), Qt::LeftButton);
    QTRY_VERIFY(shown.table()->isVisible());
    QVERIFY(shown.search()->text().isEmpty());

    tests::FakeDeliveries broken;
    broken.broken = true;
    views::DeliveriesPage page(broken);
    page.show();
    auto *empty = page.findChild<views::EmptyState *>();
    QCOMPARE(empty->title(), QStringLiteral("Loading requests"));
    QTRY_COMPARE(empty->title(), QStringLiteral("The record of requests cannot be read"));
    broken.broken = false;
    QTest::mouseClick(empty->findChild<QPushButton *>(), Qt::LeftButton);
    QTRY_COMPARE(empty->title(), QStringLiteral("No request yet"));
}

void DeliveriesPage::failureBesideRows()
{
    Shown shown;
    auto *bar = shown.child<views::MessageBar>("deliveriesPage.failure");
    shown.archive.broken = true;
    shown.archive.announce();
    QTRY_VERIFY(bar->isVisible());
    QCOMPARE(bar->message(), QStringLiteral("The disk is gone."));
    QVERIFY(shown.table()->isVisible());
    shown.archive.broken = false;
    QTest::mouseClick(bar->findChild<QPushButton *>(), Qt::LeftButton);
    QTRY_VERIFY(!bar->isVisible());
}

void DeliveriesPage::keys()
{
    Shown shown;
    QTest::keyClick(shown.table(), Qt::Key_J);
    QTRY_COMPARE(shown.pane()->deliveryId(), shown.table()->idAt(0));
    QVERIFY(shown.pane()->isVisible());
    QTest::keyClick(&shown.page, Qt::Key_F8);
    QVERIFY(!shown.pane()->isVisible());
    QTest::keyClick(shown.table(), Qt::Key_Return);
    QVERIFY(shown.pane()->isVisible());
    QTest::keyClick(shown.table(), Qt::Key_C, Qt::ControlModifier);
    const QStringList cells = QApplication::clipboard()->text().split(u'\t');
    QVERIFY(cells.contains(QStringLiteral("198.51.100.20")));
    QTest::keyClick(shown.table(), Qt::Key_Escape);
    QCOMPARE(shown.table()->selectedId(), 0);
    QTRY_COMPARE(shown.pane()->deliveryId(), 0);
    shown.page.showRefused();
    QTRY_COMPARE(shown.rows(), 3);
    QTest::keyClick(shown.table(), Qt::Key_Escape);
    QTRY_COMPARE(shown.rows(), 46);
}

void DeliveriesPage::contextMenu()
{
    Shown shown;
    const auto choose = [&](int row, const QString &text) {
        const QPoint at = shown.cell(row, DeliveriesModel::Cause);
        emit shown.table()->customContextMenuRequested(at);
        for (QMenu *menu : shown.table()->findChildren<QMenu *>()) {
            for (QAction *action : menu->actions()) {
                if (!menu->isVisible() || !action->text().startsWith(text))
                    continue;
                QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
                return true;
            }
        }
        return false;
    };
    QVERIFY(choose(Large, QStringLiteral("Show only “The body")));
    QTRY_COMPARE(shown.rows(), 1);
    shown.table()->setFocus();
    QTest::keyClick(shown.table(), Qt::Key_Escape);
    QTRY_COMPARE(shown.rows(), 46);
    QVERIFY(choose(Storm, QStringLiteral("Show only “203.0.113.7”")));
    QTRY_COMPARE(shown.rows(), 1);
    QTest::keyClick(shown.table(), Qt::Key_Escape);
    QTRY_COMPARE(shown.rows(), 46);
    QSignalSpy asked(&shown.page, &views::DeliveriesPage::eventRequested);
    QVERIFY(choose(Partly, QStringLiteral("Show its event")));
    QTRY_COMPARE(asked.size(), 1);
    QCOMPARE(asked.first().first().toLongLong(), 17);
}

void DeliveriesPage::hostileBytes()
{
    using views::bytesForReading;
    QCOMPARE(bytesForReading("a\r\nb", 4), QStringLiteral("a\nb"));
    QVERIFY(!bytesForReading("x\xe2\x80\xaey, plain otherwise", 21).contains(QChar(0x202e)));
    const QString hex = bytesForReading(QByteArray("\x00\xff\x1f", 3), 3);
    QVERIFY2(hex.startsWith(QStringLiteral("000000  00 ff 1f")), qPrintable(hex));
    const QString wide = bytesForReading(QByteArray(5000, 'x'), 9000);
    QVERIFY(wide.contains(QStringLiteral("4,000 more bytes")));
    for (const QString &line : wide.split(u'\n'))
        QVERIFY(line.size() <= 1000);
    QVERIFY(bytesForReading(QByteArray(200000, '\xff'), 200000).size() < 30000);
}

void DeliveriesPage::controlsHaveNames()
{
    Shown shown;
    shown.choose(Partly);
    for (const QWidget *widget : shown.page.findChildren<QWidget *>()) {
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool control = button || qobject_cast<const QLineEdit *>(widget)
                || qobject_cast<const QAbstractItemView *>(widget);
        if (!control || !widget->isVisible() || widget->inherits("QHeaderView")
            || widget->parent() == shown.search())
            continue;
        QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                 widget->metaObject()->className());
    }
}

} // namespace

QTEST_MAIN(DeliveriesPage)
#include "deliveriespagetest.moc"
