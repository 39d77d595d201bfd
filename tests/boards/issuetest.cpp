// SPDX-License-Identifier: GPL-3.0-or-later
// Single stories: what the boards say of them.
#include "models/boards/boards.h"
#include "models/boards/overduepolicy.h"

#include <QTest>

using namespace models;

namespace {

constexpr qint64 day = 86'400'000;
constexpr qint64 start = 1'700'000'000'000;

Instant at(double days)
{
    return Instant(std::chrono::milliseconds(start + qint64(days * day)));
}

class TestIssue final : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_boards = {}; }
    void aResolvedEventAloneTellsTheTimeToFix();
    void acceptedIsNotFixed();
    void theOrderIsTimeThenArrival();
    void aReopenedIssueCountsAnew();
    void aProblemThatComesBackIsARegression();
    void overdueByPolicy();
    void anUnknownWordLeavesItOpen();
    void oddNumbersDoNoHarm();
    void assetsCountWhatIsOpen();
    void aGuessedPasswordIsMarked();
    void aManagerIsMarked();
    void closures();

private:
    EventRow violation(TermId subject, double days, Status status)
    {
        EventRow row;
        row.id = ++m_id;
        row.received = row.time = at(days).time_since_epoch().count();
        row.family = Family::PolicyViolation;
        row.severity = Severity::High;
        row.subject = subject;
        row.status = status;
        row.assetId = 900;
        row.asset = 901;
        row.detail = 902;
        return row;
    }
    EventRow user(double days, TermId type, TermId detail)
    {
        EventRow row;
        row.id = ++m_id;
        row.received = row.time = at(days).time_since_epoch().count();
        row.family = Family::PortalUser;
        row.subject = 50;
        row.type = type;
        row.detail = detail;
        row.actor = 51;
        return row;
    }
    void add(std::vector<EventRow> rows, std::vector<Term> terms = {})
    {
        EventBatch batch;
        batch.rows = std::move(rows);
        batch.terms = std::move(terms);
        m_boards.add(batch);
        m_boards.settle();
    }
    Issue issue(TermId subject) const
    {
        const auto place = m_boards.issues().placeOf(subject);
        return place ? m_boards.issues().issue(*place) : Issue();
    }

    Boards m_boards;
    qint64 m_id = 0;
};

void TestIssue::aResolvedEventAloneTellsTheTimeToFix()
{
    EventRow row = violation(1, 10, Status::Fixed);
    row.created = at(3).time_since_epoch().count();
    add({ row });
    QVERIFY(issue(1).isFixed());
    QCOMPARE(issue(1).opened, at(3));
    QCOMPARE(issue(1).timeToFix(), std::chrono::milliseconds(7 * day));
    QVERIFY(!issue(1).age(at(11)));
    // Without the date nothing is made up.
    add({ violation(2, 10, Status::Fixed) });
    QVERIFY(!issue(2).timeToFix() && !issue(2).opened);
}

void TestIssue::acceptedIsNotFixed()
{
    add({ violation(1, 1, Status::Open), violation(1, 2, Status::Accepted) });
    QVERIFY(!issue(1).isOpen() && !issue(1).isFixed() && issue(1).isAccepted());
    QCOMPARE(issue(1).closed, at(2));
    QVERIFY(!issue(1).timeToFix());
    add({ violation(1, 5, Status::Fixed) }); // fixed after all: since then
    QCOMPARE(issue(1).closed, at(5));
    QCOMPARE(issue(1).timeToFix(), std::chrono::milliseconds(4 * day));
    QCOMPARE(issue(1).timesReopened, 0);
}

void TestIssue::theOrderIsTimeThenArrival()
{
    add({ violation(1, 2, Status::Fixed), violation(1, 1, Status::Open) }); // late
    QVERIFY(issue(1).isFixed());
    QCOMPARE(issue(1).opened, at(1));
    add({ violation(2, 1, Status::Open), violation(2, 1, Status::Fixed) });
    QVERIFY(issue(2).isFixed());
    add({ violation(3, 1, Status::Fixed), violation(3, 1, Status::Open) });
    QVERIFY(issue(3).isOpen());
}

void TestIssue::aReopenedIssueCountsAnew()
{
    add({ violation(1, 1, Status::Open), violation(1, 2, Status::Fixed),
          violation(1, 8, Status::Open) });
    QCOMPARE(issue(1).timesReopened, 1);
    QCOMPARE(issue(1).reopened, at(8));
    QCOMPARE(issue(1).opened, at(1));
    QVERIFY(!issue(1).closed);
    QCOMPARE(issue(1).age(at(10)), std::chrono::milliseconds(2 * day));
    QCOMPARE(issue(1).age(at(7)), std::chrono::milliseconds(0)); // a clock that runs behind
    add({ violation(1, 9, Status::Fixed) });
    QCOMPARE(issue(1).timeToFix(), std::chrono::milliseconds(day));
}

void TestIssue::aProblemThatComesBackIsARegression()
{
    add({ violation(1, 1, Status::Open), violation(1, 2, Status::Fixed),
          violation(2, 5, Status::Open), violation(2, 6, Status::Fixed),
          violation(3, 9, Status::Open), violation(4, 1, Status::Open) });
    EventRow elsewhere = violation(5, 9, Status::Open);
    elsewhere.assetId = 77;
    add({ elsewhere });
    QCOMPARE(issue(1).occurrence, 1);
    QCOMPARE(issue(2).occurrence, 2);
    QCOMPARE(issue(3).occurrence, 3);
    QCOMPARE(issue(4).occurrence, 1); // was open before that fix
    QCOMPARE(issue(5).occurrence, 1);
    const quint32 third = *m_boards.issues().placeOf(3);
    QCOMPARE(m_boards.issues().earlierFixes(third), (std::vector<Instant> { at(2), at(6) }));
    QCOMPARE(m_boards.issues().sameRuleAndAsset(third).size(), 4U);
    add({ violation(1, 12, Status::Open) }); // the first was not fixed after all
    QCOMPARE(issue(3).occurrence, 2);
}

void TestIssue::overdueByPolicy()
{
    OverduePolicy policy;
    add({ violation(1, 0, Status::Open) });
    QCOMPARE(policy.dueAt(issue(1)), at(30));
    QVERIFY(!policy.isOverdue(issue(1), at(30)));
    QVERIFY(policy.isOverdue(issue(1), at(30.1)));
    policy.days[std::size_t(Severity::High)] = 0;
    QVERIFY(!policy.dueAt(issue(1)));
    policy = {};
    add({ violation(1, 40, Status::Accepted) });
    QVERIFY(!policy.isOverdue(issue(1), at(400)));
    EventRow unrated = violation(2, 0, Status::Open);
    unrated.severity = Severity::Unknown;
    unrated.severityWord = 5;
    add({ unrated });
    QVERIFY(!policy.isOverdue(issue(2), at(4000)));
}

void TestIssue::anUnknownWordLeavesItOpen()
{
    EventRow odd = violation(1, 2, Status::Unknown);
    odd.statusWord = 99;
    add({ violation(1, 1, Status::Open), odd });
    QVERIFY(issue(1).isOpen());
    QCOMPARE(issue(1).status, Status::Unknown);
    QCOMPARE(issue(1).statusWord, 99U);
    odd = violation(2, 1, Status::Unknown);
    add({ odd });
    QCOMPARE(issue(2).phase, IssuePhase::Unknown);
}

void TestIssue::oddNumbersDoNoHarm()
{
    EventRow early = violation(1, 0, Status::Open);
    early.time = -5;
    early.created = -1;
    EventRow late = violation(1, 0, Status::Fixed);
    late.time = std::numeric_limits<qint64>::max();
    EventRow nameless = violation(0, 0, Status::Open);
    EventRow huge = violation(std::numeric_limits<TermId>::max(), 0, Status::Open);
    add({ late, early, nameless, huge });
    QCOMPARE(m_boards.issues().size(), 1U);
    QCOMPARE(m_boards.issues().withoutSubject(), 2);
    QVERIFY(issue(1).isFixed() && issue(1).firstSeen < issue(1).lastSeen);
}

void TestIssue::assetsCountWhatIsOpen()
{
    const auto asset = [this] { return m_boards.assets().asset(*m_boards.assets().placeOf(900)); };
    EventRow row = violation(1, 1, Status::Open);
    row.group = 30;
    row.hostedOn = 31;
    add({ row, violation(2, 2, Status::Open) });
    QCOMPARE(asset().openIssues, 2);
    QCOMPARE(asset().open[std::size_t(Severity::High)], 2);
    QCOMPARE(asset().group, 30U);
    EventRow worse = violation(1, 3, Status::Open);
    worse.severity = Severity::Urgent;
    worse.severityWord = 40;
    worse.group = 32;
    add({ worse, violation(2, 3, Status::Fixed) });
    QCOMPARE(asset().openIssues, 1);
    QCOMPARE(asset().open[std::size_t(Severity::Urgent)], 1);
    QCOMPARE(asset().open[std::size_t(Severity::High)], 0);
    QCOMPARE(asset().group, 32U);
    QCOMPARE(asset().hostedOn, 31U);
    QCOMPARE(asset().firstSeen, at(1));
    QCOMPARE(asset().lastSeen, at(3));
}

void TestIssue::aGuessedPasswordIsMarked()
{
    const std::vector<Term> terms { { 1, "MOBILE_SECURE__USER_LOGIN_FAILED" },
                                    { 2, "MOBILE_SECURE__USER_LOGIN_SUCCESSFUL" } };
    std::vector<EventRow> rows;
    for (int i = 0; i < 5; ++i)
        rows.push_back(user(1 + i * 0.01, 1, 60));
    rows.push_back(user(1.05, 2, 61));
    add(rows, terms);
    const auto login = [this] { return m_boards.access().user(*m_boards.access().placeOf(50)); };
    QCOMPARE(login().failures, 5);
    QCOMPARE(login().signIns, 1);
    QCOMPARE(login().lastFailureFrom, 60U);
    QCOMPARE(login().lastSignInFrom, 61U);
    QCOMPARE(login().guessed, at(1.05));
    QCOMPARE(login().failuresBefore, 5);
    // Spread over days it is forgetfulness.
    init();
    rows.clear();
    for (int i = 0; i < 6; ++i)
        rows.push_back(user(1 + i, 1, 60));
    rows.push_back(user(6.01, 2, 60));
    add(rows, terms);
    QVERIFY(!login().guessed);
}

void TestIssue::aManagerIsMarked()
{
    const std::vector<Term> terms { { 1, "MOBILE_SECURE__USER_CREATED" },
                                    { 2, "MOBILE_SECURE__USER_UPDATED" },
                                    { 3, "MOBILE_SECURE__USER_DELETED" },
                                    { 70, "MANAGER" },
                                    { 71, "SECURITY" } };
    const auto login = [this] { return m_boards.access().user(*m_boards.access().placeOf(50)); };
    add({ user(1, 1, 71), user(2, 2, 70), user(3, 2, 70) }, terms);
    QCOMPARE(login().standing, PortalUser::Standing::There);
    QCOMPARE(login().managerSince, at(2));
    QCOMPARE(login().managerBy, 51U);
    QCOMPARE(login().role, 70U);
    QCOMPARE(login().timesChanged, 2);
    add({ user(4, 3, 0) });
    QCOMPARE(login().standing, PortalUser::Standing::Deleted);
    QVERIFY(!login().managerSince);
    QCOMPARE(m_boards.access().moments(0).size(), 4U);
}

void TestIssue::closures()
{
    const std::pair<const char *, Closure> words[] {
        { "RESOLVED", Closure::Fixed },
        { "CLOSED_FIXED", Closure::Fixed },
        { "WONT_FIX", Closure::WontFix },
        { "CLOSED_WONT_FIX", Closure::WontFix },
        { "RISK_ACCEPTED", Closure::RiskAccepted },
        { "CLOSED_RISK_ACCEPTED", Closure::RiskAccepted },
        { "COMPENSATING_CONTROL", Closure::CompensatingControl },
        { "CLOSED_COMPENSATING_CONTROL", Closure::CompensatingControl },
        { "CLOSED_BY_POLICY", Closure::ByPolicy },
        { "CLOSED_PARTIALLY_FIXED", Closure::PartiallyFixed },
        { "CLOSED_ITEM_NOT_FOUND", Closure::NotFound },
        { "CLOSED", Closure::Other },
        { "CLOSED_", Closure::Other },
        { "", Closure::Other },
        { "OPEN", Closure::Other },
        { "NEW", Closure::Other },
        { "OPEN_READY_TO_RESCAN", Closure::Other },
        { "WHATEVER", Closure::Other },
    };
    for (const auto &[word, closure] : words) {
        QCOMPARE(closureFromWord(QString::fromLatin1(word)), closure);
        QCOMPARE(closureFromWord(QString::fromLatin1(word).toLower()), closure);
    }
}

} // namespace

QTEST_GUILESS_MAIN(TestIssue)
#include "issuetest.moc"
