// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/boards/boardkeeper.h"
#include "tests/boards/boardstream.h"

#include <QSignalSpy>
#include <QTest>

using namespace models;
using tests::BoardStream;
using tests::StreamEvent;

namespace {

class TestBoardKeeper final : public QObject
{
    Q_OBJECT

private slots:
    void fewAreThereAtOnce();
    void manyAreFoldedBesides();
    void goesWhileItFolds();
};

void TestBoardKeeper::fewAreThereAtOnce()
{
    BoardStream stream(1);
    const std::vector<StreamEvent> events = stream.make(300);
    BoardKeeper keeper;
    QSignalSpy changed(&keeper, &BoardKeeper::changed);
    keeper.take(stream.batch(events));
    QCOMPARE(changed.size(), 1);
    QVERIFY(!keeper.busy() && keeper.boards().issues().size() > 50);
    keeper.take({});
    QCOMPARE(changed.size(), 1);
}

void TestBoardKeeper::manyAreFoldedBesides()
{
    BoardStream stream(1);
    std::vector<StreamEvent> events = stream.make(6000);
    Boards expected;
    EventBatch all = stream.batch(events);
    expected.add(all);
    expected.settle();
    all.rows.clear();
    BoardKeeper keeper;
    QSignalSpy busy(&keeper, &BoardKeeper::busyChanged);
    QSignalSpy changed(&keeper, &BoardKeeper::changed);
    keeper.take(all); // the texts
    std::reverse(events.begin(), events.end());
    for (auto at = events.begin(); at != events.end(); at += 1500) {
        keeper.take(stream.batch({ at, at + 1500 }));
        QVERIFY(keeper.busy());
        QVERIFY(keeper.boards().issues().size() < expected.issues().size()); // of before
    }
    // What comes meanwhile waits its turn, however little it is.
    BoardStream more(2);
    StreamEvent late = events.front();
    late.id = 100'000;
    late.time += std::chrono::hours(10'000);
    late.event.family = Family::PolicyViolation;
    late.event.subjectId = QStringLiteral("late");
    keeper.take(stream.batch({ late }));
    QTRY_VERIFY(!keeper.busy());
    QCOMPARE(busy.size(), 2);
    QVERIFY(!changed.isEmpty());
    expected.add(stream.batch({ late }));
    expected.settle();
    QCOMPARE(tests::issuesOf(keeper.boards().issues()), tests::issuesOf(expected.issues()));
    QCOMPARE(tests::assetsOf(keeper.boards().assets()), tests::assetsOf(expected.assets()));
    QCOMPARE(tests::usersOf(keeper.boards().access()), tests::usersOf(expected.access()));
}

void TestBoardKeeper::goesWhileItFolds()
{
    BoardStream stream(1);
    BoardKeeper keeper;
    keeper.take(stream.batch(stream.make(4000)));
    QVERIFY(keeper.busy()); // and is destroyed
}

} // namespace

QTEST_GUILESS_MAIN(TestBoardKeeper)
#include "boardkeepertest.moc"
