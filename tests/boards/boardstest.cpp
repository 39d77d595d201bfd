// SPDX-License-Identifier: GPL-3.0-or-later
// The boards against each other, shuffled and with holes, and against a fold anybody can read.
#include "tests/boards/boardstream.h"

#include <QTest>

using namespace models;
using tests::BoardStream;
using tests::StreamEvent;

namespace {

class TestBoards final : public QObject
{
    Q_OBJECT

private slots:
    void agreesWithTheNaiveFold_data() { seeds(); }
    void agreesWithTheNaiveFold();
    void anyOrderGivesTheSame_data() { seeds(); }
    void anyOrderGivesTheSame();
    void asOfIsTheBoardOfTheEventsUpToThen_data() { seeds(); }
    void asOfIsTheBoardOfTheEventsUpToThen();
    void digestsSayWhatIssuesSay_data() { seeds(); }
    void digestsSayWhatIssuesSay();
    void tellsWhatChanged();
    void aCopyStaysAsItWas();

private:
    static void seeds()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 4; ++seed)
            QTest::newRow(qPrintable(QString::number(seed))) << seed;
    }
};

Boards boardsOf(BoardStream &stream, const std::vector<StreamEvent> &events)
{
    Boards boards;
    boards.add(stream.batch(events));
    boards.settle();
    return boards;
}

bool isIssue(const StreamEvent &event)
{
    return (event.event.family == Family::PolicyViolation
            || event.event.family == Family::MobileFinding)
            && !event.event.subjectId.isEmpty();
}

/// The fold as one would explain it.
struct Naive
{
    IssuePhase phase = IssuePhase::Unknown;
    Status status = Status::None;
    std::optional<Instant> opened, reopened, closed;
    int timesReopened = 0;
    std::optional<Instant> created;
    QString asset, rule;
    Instant firstSeen;
    int events = 0;

    void take(const StreamEvent &one)
    {
        if (events++ == 0)
            firstSeen = one.time;
        if (one.event.created)
            created = one.event.created;
        if (!one.event.asset.id.isEmpty())
            asset = one.event.asset.id;
        if (!one.event.ruleTypeId.isEmpty())
            rule = one.event.ruleTypeId;
        const Status said = one.event.status;
        const bool closes =
                said == Status::Fixed || said == Status::Accepted || said == Status::Closed;
        if (said == Status::Open && phase == IssuePhase::Closed) {
            ++timesReopened;
            reopened = one.time;
        }
        if (said == Status::Open) {
            opened = opened.value_or(one.time);
            closed.reset();
            phase = IssuePhase::Open;
        }
        if (closes) {
            if (phase != IssuePhase::Closed || said != status)
                closed = one.time;
            phase = IssuePhase::Closed;
        }
        if (said != Status::None)
            status = said;
    }
    Instant begin() const { return created ? *created : opened.value_or(firstSeen); }
    bool fixedBy(Instant moment) const
    {
        return phase == IssuePhase::Closed && status == Status::Fixed && *closed <= moment;
    }
};

QMap<QString, Naive> naiveFold(std::vector<StreamEvent> events)
{
    std::sort(events.begin(), events.end(), [](const StreamEvent &a, const StreamEvent &b) {
        return std::pair(a.time, a.id) < std::pair(b.time, b.id);
    });
    QMap<QString, Naive> issues;
    for (const StreamEvent &event : events) {
        if (isIssue(event))
            issues[event.event.subjectId].take(event);
    }
    return issues;
}

int naiveOccurrence(const QMap<QString, Naive> &all, const QString &subject)
{
    const Naive &own = all[subject];
    int occurrence = 1;
    for (auto other = all.begin(); other != all.end(); ++other) {
        if (!own.rule.isEmpty() && !own.asset.isEmpty() && other->fixedBy(own.begin())
            && other->rule == own.rule && other->asset == own.asset && other.key() != subject)
            ++occurrence;
    }
    return occurrence;
}

void TestBoards::agreesWithTheNaiveFold()
{
    QFETCH(quint32, seed);
    BoardStream stream(seed);
    const std::vector<StreamEvent> events = stream.make(1500);
    const Boards boards = boardsOf(stream, events);
    const QMap<QString, Naive> naive = naiveFold(events);
    QCOMPARE(qsizetype(boards.issues().size()), naive.size());
    int regressions = 0;
    int reopened = 0;
    for (auto expected = naive.begin(); expected != naive.end(); ++expected) {
        const auto place = boards.issues().placeOf(stream.term(expected.key()));
        QVERIFY(place);
        const Issue issue = boards.issues().issue(*place);
        QCOMPARE(issue.phase, expected->phase);
        QCOMPARE(issue.status, expected->status);
        QCOMPARE(issue.opened, expected->created ? expected->created : expected->opened);
        QCOMPARE(issue.reopened, expected->reopened);
        QCOMPARE(issue.closed, expected->closed);
        QCOMPARE(issue.timesReopened, expected->timesReopened);
        QCOMPARE(issue.firstSeen, expected->firstSeen);
        QCOMPARE(issue.events, expected->events);
        QCOMPARE(issue.facts.assetId, stream.term(expected->asset));
        QCOMPARE(issue.facts.ruleType, stream.term(expected->rule));
        QCOMPARE(issue.occurrence, naiveOccurrence(naive, expected.key()));
        QCOMPARE(int(boards.issues().earlierFixes(*place).size()), issue.occurrence - 1);
        regressions += issue.isRegression() ? 1 : 0;
        reopened += issue.timesReopened > 0 ? 1 : 0;
    }
    QVERIFY(regressions > 50 && reopened > 10); // else the stream shows nothing
    QCOMPARE(boards.seenSince(), Instant(std::chrono::milliseconds(1'800'000'000'001)));
    const auto issues = tests::issuesOf(boards.issues());
    for (const Asset &asset : tests::assetsOf(boards.assets())) {
        int open = 0;
        for (const Issue &issue : issues)
            open += issue.isOpen() && issue.facts.assetKey() == asset.key ? 1 : 0;
        QCOMPARE(asset.openIssues, open);
    }
}

void TestBoards::anyOrderGivesTheSame()
{
    QFETCH(quint32, seed);
    BoardStream stream(seed);
    std::vector<StreamEvent> events = stream.withHoles(stream.make(1500), 5);
    EventBatch learnt = stream.batch(events);
    Boards sorted;
    sorted.add(learnt);
    sorted.settle();
    learnt.rows.clear();
    for (int turn = 0; turn < 3; ++turn) {
        if (turn == 0)
            std::reverse(events.begin(), events.end()); // as the start reads them
        else
            stream.shuffle(events);
        Boards shuffled;
        shuffled.add(learnt);
        for (std::size_t at = 0; at < events.size();) { // in pieces, each settled
            const std::size_t count =
                    std::min<std::size_t>(1 + stream.below(300), events.size() - at);
            const auto first = events.begin() + std::ptrdiff_t(at);
            std::vector<StreamEvent> piece(first, first + std::ptrdiff_t(count));
            piece.push_back(events[stream.below(quint32(at + 1))]); // read twice
            shuffled.add(stream.batch(piece));
            shuffled.settle();
            at += count;
        }
        QCOMPARE(tests::issuesOf(shuffled.issues()), tests::issuesOf(sorted.issues()));
        QCOMPARE(tests::assetsOf(shuffled.assets()), tests::assetsOf(sorted.assets()));
        QCOMPARE(tests::usersOf(shuffled.access()), tests::usersOf(sorted.access()));
        QCOMPARE(shuffled.seenSince(), sorted.seenSince());
    }
}

void TestBoards::asOfIsTheBoardOfTheEventsUpToThen()
{
    QFETCH(quint32, seed);
    BoardStream stream(seed);
    const std::vector<StreamEvent> events = stream.make(1500);
    const Boards all = boardsOf(stream, events);
    for (int turn = 0; turn < 3; ++turn) {
        const Instant moment = events[stream.below(quint32(events.size()))].time;
        std::vector<StreamEvent> before;
        for (const StreamEvent &event : events) {
            if (event.time <= moment)
                before.push_back(event);
        }
        const Boards then = boardsOf(stream, before);
        const auto expected = tests::issuesOf(then.issues());
        QCOMPARE(tests::issuesOf(all.issues().asOf(moment)), expected);
        for (quint32 place = 0; place < all.issues().size(); ++place) {
            const std::optional<Issue> issue = all.issues().issueAsOf(place, moment);
            const TermId subject = all.issues().issue(place).subject;
            QCOMPARE(issue.has_value(), expected.contains(subject));
            if (!issue)
                continue;
            Issue alone = expected[subject];
            alone.occurrence = 1;
            QCOMPARE(*issue, alone);
        }
    }
}

// After each of many settlings, in an order that the feed never has.
void TestBoards::digestsSayWhatIssuesSay()
{
    QFETCH(quint32, seed);
    BoardStream stream(seed);
    std::vector<StreamEvent> events = stream.make(1500);
    stream.shuffle(events);
    Boards boards;
    int regressions = 0;
    for (std::size_t at = 0; at < events.size(); at += 300) {
        const auto first = events.begin() + std::ptrdiff_t(at);
        boards.add(stream.batch({ first, first + 300 }));
        boards.settle();
        const IssueBoard &board = boards.issues();
        for (quint32 place = 0; place < board.size(); ++place) {
            const Issue issue = board.issue(place);
            IssueDigest expected = digestOf(issue);
            expected.word = board.state(place).word;
            QVERIFY(board.digest(place) == expected);
            QCOMPARE(board.words()[expected.word].statusWord, issue.statusWord);
            regressions += expected.isRegression ? 1 : 0;
        }
    }
    QVERIFY(regressions > 0);
}

void TestBoards::tellsWhatChanged()
{
    BoardStream stream(7);
    const std::vector<StreamEvent> events = stream.make(1000);
    Boards boards;
    auto issues = tests::issuesOf(boards.issues());
    auto assets = tests::assetsOf(boards.assets());
    auto users = tests::usersOf(boards.access());
    for (std::size_t at = 0; at < events.size(); at += 50) {
        const auto first = events.begin() + std::ptrdiff_t(at);
        boards.add(stream.batch({ first, first + 50 }));
        const BoardChanges changes = boards.settle();
        for (const quint32 place : changes.issues)
            issues.insert(boards.issues().issue(place).subject, boards.issues().issue(place));
        for (const quint32 place : changes.assets)
            assets.insert(boards.assets().asset(place).key, boards.assets().asset(place));
        for (const quint32 place : changes.users)
            users.insert(boards.access().user(place).login, boards.access().user(place));
        QCOMPARE(issues, tests::issuesOf(boards.issues()));
        QCOMPARE(assets, tests::assetsOf(boards.assets()));
        QCOMPARE(users, tests::usersOf(boards.access()));
    }
}

void TestBoards::aCopyStaysAsItWas()
{
    BoardStream stream(3);
    const std::vector<StreamEvent> events = stream.make(1000);
    const auto half = events.begin() + 500;
    Boards boards = boardsOf(stream, { events.begin(), half });
    const Boards copy = boards;
    const auto issues = tests::issuesOf(copy.issues());
    const auto users = tests::usersOf(copy.access());
    boards.add(stream.batch({ half, events.end() }));
    boards.settle();
    QVERIFY(issues != tests::issuesOf(boards.issues()));
    QCOMPARE(tests::issuesOf(copy.issues()), issues);
    QCOMPARE(tests::usersOf(copy.access()), users);
    QCOMPARE(tests::issuesOf(boards.issues()), tests::issuesOf(boardsOf(stream, events).issues()));
}

} // namespace

QTEST_GUILESS_MAIN(TestBoards)
#include "boardstest.moc"
