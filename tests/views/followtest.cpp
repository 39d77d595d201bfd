// SPDX-License-Identifier: GPL-3.0-or-later
#include "shownpage.h"
#include "views/widgets/followstate.h"
#include "views/widgets/newrowspill.h"

#include <QScrollBar>

namespace {

/// A shown page, with ways to what tells of newcomers.
struct ShownLive : ShownPage
{
    views::NewRowsPill *pill() const { return table()->findChild<views::NewRowsPill *>(); }
    views::FollowState *state() const { return child<views::FollowState>("eventsPage.following"); }
    int top() const { return table()->verticalScrollBar()->value(); }
    void arrive(int count, int urgent = 0) { index.append(samples.arriving(count, urgent)); }
};

/// Following what arrives, and standing still.
class FollowTest : public QObject
{
    Q_OBJECT
private slots:
    void spaceTogglesAndThePillTells();
    void scrollingAndSelectingPause();
    void everyOrderCounts();
    void aBurstInAnotherOrderCounts();
    void onlyWhatMatchesIsCounted();
    void wordsKeepReceivingApart();
    void olderEventsAreNoNewcomers();
    void anAskedForPauseOutlastsANewFilter();
};

void FollowTest::spaceTogglesAndThePillTells()
{
    ShownLive shown;
    QVERIFY(shown.table()->isFollowing());
    QCOMPARE(shown.state()->text(), QStringLiteral("Following"));
    shown.table()->setFocus();
    QTest::keyClick(shown.table(), Qt::Key_Space);
    QVERIFY(!shown.table()->isFollowing());
    const qint64 first = shown.table()->idAt(0);
    shown.arrive(37, 2);
    QCOMPARE(shown.table()->idAt(shown.top()), first); // what is looked at stays
    QVERIFY(shown.pill()->isVisible());
    QCOMPARE(shown.pill()->text(), QStringLiteral("37 new · 2 urgent ↑"));
    QTest::keyClick(shown.table(), Qt::Key_Space);
    QVERIFY(shown.table()->isFollowing());
    QCOMPARE(shown.top(), 0);
    QVERIFY(!shown.pill()->isVisible());
    shown.arrive(3);
    QCOMPARE(shown.top(), 0);
    QVERIFY(!shown.pill()->isVisible());
    QTest::mouseClick(shown.state(), Qt::LeftButton);
    QVERIFY(!shown.table()->isFollowing());
    shown.arrive(2);
    QTest::mouseClick(shown.pill(), Qt::LeftButton);
    QVERIFY(shown.table()->isFollowing());
    QCOMPARE(shown.table()->idAt(0), shown.samples.lastId());
}

void FollowTest::scrollingAndSelectingPause()
{
    ShownLive shown;
    QSignalSpy changed(shown.table(), &views::EventTable::followingChanged);
    shown.table()->verticalScrollBar()->setValue(20);
    QCOMPARE(changed.size(), 1);
    QVERIFY(shown.state()->text().startsWith(QLatin1String("Paused at ")));
    shown.table()->scrollToTop();
    QCOMPARE(changed.size(), 2);
    QCOMPARE(shown.state()->text(), QStringLiteral("Following"));
    shown.table()->selectRow(0);
    QCOMPARE(changed.size(), 3);
    shown.arrive(4, 1);
    QCOMPARE(shown.pill()->text(), QStringLiteral("4 new · 1 urgent ↑"));
    shown.table()->clearSelection();
    shown.table()->scrollToTop();
    QVERIFY(shown.table()->isFollowing());
    QVERIFY(!shown.pill()->isVisible());
}

void FollowTest::everyOrderCounts()
{
    ShownLive shown;
    // Newcomers of low severity come far below what is in sight.
    shown.query.setOrder({ models::Order::Key::Severity, true });
    shown.settle();
    QVERIFY(!shown.table()->isFollowing());
    shown.arrive(5, 1);
    QCOMPARE(shown.pill()->text(), QStringLiteral("5 new · 1 urgent ↑"));
    QVERIFY(shown.pill()->isVisible());
    QTest::mouseClick(shown.pill(), Qt::LeftButton);
    shown.settle();
    QVERIFY(shown.query.order() == models::Order {});
    QTRY_COMPARE(shown.table()->idAt(0), shown.samples.lastId());
    QVERIFY(shown.table()->isFollowing());
    QVERIFY(!shown.pill()->isVisible());
}

void FollowTest::aBurstInAnotherOrderCounts()
{
    ShownLive shown;
    shown.query.setOrder({ models::Order::Key::Time, false });
    shown.settle();
    QSignalSpy reset(&shown.model, &QAbstractItemModel::modelReset);
    shown.index.append(shown.samples.realistic(200)); // among so many places: a reset
    QCOMPARE(reset.size(), 1);
    QVERIFY(shown.pill()->isVisible());
    QVERIFY2(shown.pill()->text().startsWith(QLatin1String("200 new")),
             qPrintable(shown.pill()->text()));
    shown.arrive(2);
    QVERIFY2(shown.pill()->text().startsWith(QLatin1String("202 new")),
             qPrintable(shown.pill()->text()));
}

void FollowTest::onlyWhatMatchesIsCounted()
{
    ShownLive shown;
    shown.filter("severity:urgent");
    shown.settle();
    shown.table()->setFocus();
    QTest::keyClick(shown.table(), Qt::Key_Space);
    shown.arrive(10, 0);
    QVERIFY(!shown.pill()->isVisible());
    shown.arrive(10, 3);
    QCOMPARE(shown.pill()->text(), QStringLiteral("3 new · 3 urgent ↑"));
}

void FollowTest::wordsKeepReceivingApart()
{
    ShownLive shown;
    shown.page.showState(
            { models::ReceiverState::Phase::Listening, QStringLiteral("http://x"), {} });
    shown.table()->verticalScrollBar()->setValue(20);
    QVERIFY(shown.state()->text().startsWith(QStringLiteral("Paused at ")));
    QVERIFY(shown.state()->text().endsWith(QStringLiteral(" · receiving continues")));
    shown.page.showState({ models::ReceiverState::Phase::Failed, {}, QStringLiteral("no") });
    QVERIFY(!shown.state()->text().contains(QLatin1String("receiving")));
}

void FollowTest::olderEventsAreNoNewcomers()
{
    ShownLive shown;
    shown.samples.goOnAfter(5000);
    shown.index.append(shown.samples.arriving(1, 0));
    shown.query.setOrder({ models::Order::Key::Severity, true });
    shown.settle();
    models::EventBatch older = shown.samples.realistic(50);
    for (models::EventRow &row : older.rows)
        row.id -= 1000;
    std::reverse(older.rows.begin(), older.rows.end());
    older.kind = models::EventBatch::Kind::Older;
    older.repeats.clear();
    shown.index.append(older);
    QCOMPARE(shown.model.rowCount(), 351);
    QVERIFY(!shown.pill()->isVisible());
}

void FollowTest::anAskedForPauseOutlastsANewFilter()
{
    ShownLive shown;
    shown.table()->setFocus();
    QTest::keyClick(shown.table(), Qt::Key_Space);
    shown.arrive(2);
    shown.filter("severity>=medium");
    shown.settle();
    QVERIFY(!shown.table()->isFollowing());
    QVERIFY(!shown.pill()->isVisible()); // they are in the new answer
    shown.arrive(2, 2);
    QCOMPARE(shown.pill()->text(), QStringLiteral("2 new · 2 urgent ↑"));
}

} // namespace

QTEST_MAIN(FollowTest)
#include "followtest.moc"
