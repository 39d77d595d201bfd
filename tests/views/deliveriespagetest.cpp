// SPDX-License-Identifier: GPL-3.0-or-later
#include "showndeliveries.h"

#include "models/domain/receiverstate.h"
#include "views/widgets/followstate.h"

namespace {

using models::DeliveriesModel;
using models::DeliveryResult;
using Shown = ShownDeliveries;

class DeliveriesPage : public QObject
{
    Q_OBJECT
private slots:
    void showsWhatIsOnRecord();
    void hiddenItDoesNothing();
    void searching();
    void facetsNarrow();
    void exporting();
    void bans();
    void emptyStates();
    void failureBesideRows();
    void keys();
    void contextMenu();
    void spaceStandsStillOrFollows();
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
    const auto choose = [&](int row, int column, const QString &text) {
        const QPoint at = shown.cell(row, column);
        emit shown.table()->customContextMenuRequested(at);
        for (QMenu *menu : shown.table()->findChildren<QMenu *>()) {
            for (QAction *action : menu->actions()) {
                if (!menu->isVisible() || !action->text().remove(u'&').startsWith(text))
                    continue;
                QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
                return true;
            }
        }
        return false;
    };
    QVERIFY(choose(Large, DeliveriesModel::Cause, QStringLiteral("Only “The body")));
    QTRY_COMPARE(shown.rows(), 1);
    shown.table()->setFocus();
    QTest::keyClick(shown.table(), Qt::Key_Escape);
    QTRY_COMPARE(shown.rows(), 46);
    QVERIFY(choose(Storm, DeliveriesModel::Peer, QStringLiteral("Only “203.0.113.7”")));
    QTRY_COMPARE(shown.rows(), 1);
    // What is chosen has a mark, and the entry takes it back.
    QVERIFY(choose(0, DeliveriesModel::Peer, QStringLiteral("Include “203.0.113.7”")));
    QTRY_COMPARE(shown.rows(), 46);
    QVERIFY(choose(Storm, DeliveriesModel::Result, QStringLiteral("Include “Refused”")));
    QTRY_COMPARE(shown.rows(), 3);
    QVERIFY(choose(0, DeliveriesModel::Size, QStringLiteral("Copy value")));
    QTest::keyClick(shown.table(), Qt::Key_Escape);
    QTRY_COMPARE(shown.rows(), 46);
    QSignalSpy asked(&shown.page, &views::DeliveriesPage::eventRequested);
    QVERIFY(choose(Partly, DeliveriesModel::Cause, QStringLiteral("Show its event")));
    QTRY_COMPARE(asked.size(), 1);
    QCOMPARE(asked.first().first().toLongLong(), 17);
}

void DeliveriesPage::spaceStandsStillOrFollows()
{
    Shown shown;
    shown.table()->setFocus();
    auto *state = shown.page.findChild<views::FollowState *>();
    QVERIFY(state && state->isVisible());
    QVERIFY(shown.table()->isFollowing());
    QCOMPARE(state->text(), QStringLiteral("Following"));
    QTest::keyClick(shown.table(), Qt::Key_Space);
    QVERIFY(!shown.table()->isFollowing());
    QVERIFY(state->text().startsWith(QStringLiteral("Paused")));
    QVERIFY(state->text().endsWith(QStringLiteral("receiving continues")));
    models::ReceiverState stopped;
    shown.page.showState(stopped);
    QVERIFY(!state->text().contains(QStringLiteral("receiving")));
    QTest::mouseClick(state, Qt::LeftButton);
    QVERIFY(shown.table()->isFollowing());
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
