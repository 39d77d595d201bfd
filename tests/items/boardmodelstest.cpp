// SPDX-License-Identifier: GPL-3.0-or-later
// Issues, assets and users of the portal as tables: in order whatever comes, without a reset.
#include "models/boards/boardkeeper.h"
#include "models/boards/triagedesk.h"
#include "models/index/eventindex.h"
#include "models/items/accessmodel.h"
#include "models/items/assetsmodel.h"
#include "models/items/issuesmodel.h"
#include "models/items/issuetext.h"
#include "tests/boards/boardstream.h"
#include "tests/support/fakejournal.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace models;
using tests::BoardStream;
using tests::StreamEvent;

namespace {

class TestBoardModels final : public QObject
{
    Q_OBJECT

private slots:
    void staysInOrderWithoutAReset_data();
    void staysInOrderWithoutAReset();
    void eachColumnSorts();
    void bothStatesStandBesideEachOther();
    void aFilteredRowGoesAndComes();
    void countsTellWhatIsThere();
    void theSelectedRowStaysSelected();
    void managersAndClosures();
    void words();
};

/// All there is to show, fed by batches.
struct Shown
{
    BoardStream stream { 3 };
    EventIndex index;
    FakeJournal journal;
    Boards boards;
    BoardKeeper keeper;
    TriageDesk desk { journal, index, QStringLiteral("ada") };
    IssuesModel issues { keeper, desk, index };
    AssetsModel assets { keeper, index };
    AccessModel users { keeper, index };

    void feed(const std::vector<StreamEvent> &events) { feed(stream.batch(events)); }
    void feed(const EventBatch &batch)
    {
        index.append(batch);
        boards.add(batch);
        BoardChanges changes = boards.settle();
        keeper.take({ boards, std::move(changes) });
    }
};

/// Whether the rows are in the order of their column: as a model made anew has them.
bool isInOrder(const Shown &shown, const BoardModel &model, BoardModel &fresh)
{
    Q_UNUSED(shown)
    fresh.sort(model.sortColumn(), model.sortOrder());
    if (fresh.rowCount() != model.rowCount())
        return false;
    for (int row = 0; row < model.rowCount(); ++row) {
        if (fresh.placeAt(row) != model.placeAt(row) || model.rowOf(model.placeAt(row)) != row)
            return false;
    }
    return true;
}

void TestBoardModels::staysInOrderWithoutAReset_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<bool>("descending");
    QTest::newRow("title") << int(IssuesModel::Title) << false;
    QTest::newRow("asset, descending") << int(IssuesModel::AssetName) << true;
    QTest::newRow("level, descending") << int(IssuesModel::Level) << true;
    QTest::newRow("events") << int(IssuesModel::Events) << false;
    QTest::newRow("portal status") << int(IssuesModel::PortalStatus) << false;
    QTest::newRow("age, descending") << int(IssuesModel::Age) << true;
}

void TestBoardModels::staysInOrderWithoutAReset()
{
    QFETCH(int, column);
    QFETCH(bool, descending);
    Shown shown;
    const Qt::SortOrder order = descending ? Qt::DescendingOrder : Qt::AscendingOrder;
    const QAbstractItemModelTester issues(&shown.issues);
    const QAbstractItemModelTester assets(&shown.assets);
    const QAbstractItemModelTester users(&shown.users);
    shown.issues.sort(column, order);
    shown.assets.sort(AssetsModel::OpenAll, order);
    shown.users.sort(AccessModel::Failures, order);
    QSignalSpy reset(&shown.issues, &QAbstractItemModel::modelReset);
    std::vector<StreamEvent> events = shown.stream.make(900);
    shown.stream.shuffle(events);
    for (std::size_t at = 0; at < events.size(); at += 75) {
        const auto first = events.begin() + std::ptrdiff_t(at);
        shown.feed({ first, first + 75 });
        IssuesModel freshIssues(shown.keeper, shown.desk, shown.index);
        QVERIFY(isInOrder(shown, shown.issues, freshIssues));
    }
    AssetsModel freshAssets(shown.keeper, shown.index);
    QVERIFY(isInOrder(shown, shown.assets, freshAssets));
    AccessModel freshUsers(shown.keeper, shown.index);
    QVERIFY(isInOrder(shown, shown.users, freshUsers));
    QVERIFY(shown.users.rowCount() > 5 && shown.assets.rowCount() > 10);
    QCOMPARE(reset.size(), 1); // the first ones came by it
}

void TestBoardModels::eachColumnSorts()
{
    Shown shown;
    shown.feed(shown.stream.make(700));
    for (BoardModel *model :
         { static_cast<BoardModel *>(&shown.issues), static_cast<BoardModel *>(&shown.assets),
           static_cast<BoardModel *>(&shown.users) }) {
        const QAbstractItemModelTester tester(model);
        for (int column = 0; column < model->columnCount(); ++column) {
            QVERIFY(!model->headerData(column, Qt::Horizontal, Qt::DisplayRole)
                             .toString()
                             .isEmpty());
            model->sort(column, Qt::AscendingOrder);
            QCOMPARE(model->sortColumn(), column);
            std::vector<quint32> up;
            for (int row = 0; row < model->rowCount(); ++row) {
                up.push_back(model->placeAt(row));
                (void)model->index(row, column).data(Qt::ToolTipRole);
            }
            model->sort(column, Qt::DescendingOrder);
            const quint32 last = model->placeAt(0);
            // Equal ones keep their order, so that only the kinds are turned round.
            QCOMPARE(model->index(0, column).data().toString(),
                     model->index(model->rowOf(up.back()), column).data().toString());
            QVERIFY(std::find(up.begin(), up.end(), last) != up.end());
        }
    }
}

void TestBoardModels::bothStatesStandBesideEachOther()
{
    Shown shown;
    shown.feed(shown.stream.make(400));
    const QAbstractItemModelTester tester(&shown.issues);
    int row = 0;
    while (!shown.issues.issueAt(row).isOpen())
        ++row;
    const quint32 place = shown.issues.placeAt(row);
    const Issue before = shown.issues.issueAt(row);
    const QString portal = shown.issues.index(row, IssuesModel::PortalStatus).data().toString();
    TriageAct what;
    what.kind = ActKind::Acknowledge;
    QSignalSpy done(&shown.desk, &TriageDesk::done);
    shown.desk.act(what, { shown.issues.index(row, 0).data(IssuesModel::EventRole).toLongLong() });
    QTRY_COMPARE(done.size(), 1);
    const auto cell = [&](int column) {
        return shown.issues.index(shown.issues.rowOf(place), column);
    };
    QCOMPARE(cell(IssuesModel::OurState).data().toString(), QStringLiteral("Acknowledged"));
    QCOMPARE(cell(IssuesModel::PortalStatus).data().toString(), portal);
    QVERIFY(cell(0).data(IssuesModel::ConflictRole).toString().isEmpty());
    // The portal closes it: both stay as they are, and that is said.
    EventRow row2;
    row2.id = 5000;
    row2.time = row2.received =
            (before.lastSeen + std::chrono::hours(1)).time_since_epoch().count();
    row2.family = before.facts.family;
    row2.subject = before.subject;
    row2.status = Status::Fixed;
    EventBatch batch;
    batch.rows = { row2 };
    shown.feed(batch);
    QVERIFY(cell(IssuesModel::OurState).data().toString().startsWith(u"Acknowledged"));
    QCOMPARE(cell(IssuesModel::PortalStatus).data().toString(), QStringLiteral("Fixed"));
    QVERIFY(!cell(0).data(IssuesModel::ConflictRole).toString().isEmpty());
    QCOMPARE(shown.issues.counts().conflicts, 1);
}

void TestBoardModels::aFilteredRowGoesAndComes()
{
    Shown shown;
    const QAbstractItemModelTester tester(&shown.issues);
    shown.issues.setFilter([](quint32, const IssueDigest &issue, const TriageMark &mark) {
        return issue.isOpen() && mark.standing == TriageJudgement::Standing::New;
    });
    QSignalSpy reset(&shown.issues, &QAbstractItemModel::modelReset);
    const std::vector<StreamEvent> events = shown.stream.make(900);
    for (std::size_t at = 0; at < events.size(); at += 100) {
        const auto first = events.begin() + std::ptrdiff_t(at);
        shown.feed({ first, first + 100 });
        QCOMPARE(shown.issues.rowCount(), shown.issues.counts().open);
    }
    QVERIFY(shown.issues.counts().open < shown.issues.counts().all);
    TriageAct what;
    what.kind = ActKind::Snooze;
    what.end = SnoozeEnd::NextEvent;
    const int rows = shown.issues.rowCount();
    QSignalSpy done(&shown.desk, &TriageDesk::done);
    const quint64 call = shown.desk.act(
            what, { shown.issues.issueAt(0).newestEvent, shown.issues.issueAt(3).newestEvent });
    QTRY_COMPARE(done.size(), 1);
    QCOMPARE(shown.issues.rowCount(), rows - 2);
    shown.desk.undo(call);
    QTRY_COMPARE(done.size(), 2);
    QCOMPARE(shown.issues.rowCount(), rows);
    QCOMPARE(reset.size(), 1); // the first ones came by it
}

void TestBoardModels::countsTellWhatIsThere()
{
    Shown shown;
    shown.feed(shown.stream.make(900));
    IssueCounts expected;
    for (const Issue &issue : tests::issuesOf(shown.keeper.boards().issues())) {
        ++expected.all;
        expected.open += issue.isOpen() ? 1 : 0;
        expected.fixed += issue.isFixed() ? 1 : 0;
        expected.accepted += issue.isAccepted() ? 1 : 0;
        expected.regressions += issue.isOpen() && issue.isRegression() ? 1 : 0;
        expected.overdue += shown.issues.policy().isOverdue(issue, now()) ? 1 : 0;
    }
    QVERIFY(expected.open > 0 && expected.accepted > 0 && expected.overdue > 0);
    QCOMPARE(shown.issues.counts(), expected);
    OverduePolicy policy;
    policy.days = {};
    shown.issues.setPolicy(policy);
    QCOMPARE(shown.issues.counts().overdue, 0);
}

void TestBoardModels::theSelectedRowStaysSelected()
{
    Shown shown;
    const std::vector<StreamEvent> events = shown.stream.make(900);
    shown.feed({ events.begin(), events.begin() + 400 });
    shown.issues.sort(IssuesModel::Events, Qt::DescendingOrder);
    const QPersistentModelIndex selected = shown.issues.index(7, 2);
    const quint32 place = shown.issues.placeAt(7);
    for (auto at = events.begin() + 400; at != events.end(); at += 100) {
        shown.feed({ at, at + 100 });
        QVERIFY(selected.isValid());
        QCOMPARE(selected.data(BoardModel::PlaceRole).toInt(), int(place));
    }
    shown.issues.refreshTimes();
    QCOMPARE(selected.data(BoardModel::PlaceRole).toInt(), int(place));
}

void TestBoardModels::managersAndClosures()
{
    Shown shown;
    EventBatch batch;
    batch.terms = { { 1, "MOBILE_SECURE__USER_CREATED" },
                    { 2, "MANAGER" },
                    { 3, "eve@x.example" } };
    EventRow user;
    user.id = 1;
    user.time = 1'700'000'000'000;
    user.family = Family::PortalUser;
    user.type = 1;
    user.detail = 2;
    user.subject = 3;
    batch.rows = { user };
    for (int i = 0; i < 6; ++i) {
        EventRow closed;
        closed.id = 2 + i;
        closed.time = user.time + 60'000 * i;
        closed.family = Family::PolicyViolation;
        closed.subject = TermId(10 + i);
        closed.status = Status::Accepted;
        batch.rows.push_back(closed);
    }
    shown.feed(batch);
    QCOMPARE(shown.users.rowCount(), 1);
    QCOMPARE(shown.users.index(0, AccessModel::Marks).data().toString(),
             QStringLiteral("New manager, 6 closures"));
    const QStringList marks = shown.users.index(0, 0).data(AccessModel::MarksRole).toStringList();
    QVERIFY2(marks.value(0).contains(u"6 issues"), qPrintable(marks.value(0)));
    const QModelIndex role = shown.users.index(0, AccessModel::Role);
    QCOMPARE(role.data().toString(), QStringLiteral("Manager"));
    QCOMPARE(role.data(BoardModel::CopyRole).toString(), QStringLiteral("MANAGER"));
}

void TestBoardModels::words()
{
    using namespace std::chrono;
    QCOMPARE(spanWords(hours(80)), QStringLiteral("3 days"));
    QCOMPARE(spanWords(hours(25)), QStringLiteral("1 day"));
    QCOMPARE(spanWords(minutes(61)), QStringLiteral("1 hour"));
    QCOMPARE(spanWords(seconds(119)), QStringLiteral("1 minute"));
    QCOMPARE(spanWords(milliseconds(-5)), QStringLiteral("0 seconds"));
    Issue issue;
    issue.phase = IssuePhase::Open;
    issue.facts.severity = Severity::High;
    issue.occurrence = 3;
    issue.firstSeen = sys_days(2026y / April / 3) + hours(12);
    issue.opened = issue.firstSeen;
    const Instant moment = sys_days(2026y / May / 6) + hours(12);
    QCOMPARE(regressionText(issue, { sys_days(2026y / March / 12) + hours(12) }, moment),
             QStringLiteral("Fixed 12 Mar, back 3 Apr \u00b7 third time"));
    QCOMPARE(dueText(issue, {}, moment), QStringLiteral("Overdue by 3 days"));
    QCOMPARE(dueText(issue, {}, *issue.opened), QStringLiteral("Due in 30 days"));
    QCOMPARE(seenSinceText(issue.opened), QStringLiteral("Seen since 3 Apr 2026"));
    QVERIFY(!seenSinceText({}).isEmpty());
}

} // namespace

QTEST_GUILESS_MAIN(TestBoardModels)
#include "boardmodelstest.moc"
