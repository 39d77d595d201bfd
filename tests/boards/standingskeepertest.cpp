// SPDX-License-Identifier: GPL-3.0-or-later
// What the team decided, as the index has it for filters of events: the same as of issues.
#include "models/boards/standingskeeper.h"

#include "models/boards/triagedesk.h"
#include "models/index/eventindex.h"
#include "tests/boards/issueworld.h"
#include "tests/support/fakejournal.h"

#include <QSignalSpy>
#include <QTest>

using namespace models;

namespace {

const std::atomic_bool never { false };

class TestStandingsKeeper final : public QObject
{
    Q_OBJECT

private slots:
    void foldAgreesWithTheIssues();
    void actsArriveAndAreTakenBack();
    void timeEndsASnooze();
    void theNextEventEndsASnooze();
    void whatIsGraverEndsASnooze();
    void actsOfEventsThatComeLater();
    void nothingIsToldWhereNothingChanges();
    void manyActs();
};

/// Violations 1 to `rows`, two of each subject: 1000 + id / 2.
struct Desk
{
    EventIndex index;
    FakeJournal journal;
    TriageDesk desk { journal, index, QStringLiteral("ada") };
    StandingsKeeper keeper { desk, index };
    QSignalSpy told { &index, &EventIndex::standingsChanged };

    explicit Desk(int rows = 20) { load(1, rows); }
    void load(qint64 first, qint64 last, Severity severity = Severity::Medium)
    {
        EventBatch batch;
        for (qint64 id = first; id <= last; ++id)
            batch.rows.push_back(row(id, subject(id), severity));
        index.append(batch);
    }
    void arrive(qint64 id, TermId about, Severity severity = Severity::Medium)
    {
        EventBatch batch;
        batch.rows.push_back(row(id, about, severity));
        index.append(batch);
    }
    static EventRow row(qint64 id, TermId about, Severity severity)
    {
        EventRow row;
        row.id = id;
        row.time = row.received = 1'700'000'000'000 + id;
        row.family = Family::PolicyViolation;
        row.status = Status::Open;
        row.severity = severity;
        row.subject = about;
        return row;
    }
    static TermId subject(qint64 event) { return TermId(1000 + event / 2); }
    Standing standing(qint64 event) const
    {
        return index.standings() ? index.standings()->of(subject(event)) : Standing::New;
    }
    void snooze(qint64 event, SnoozeEnd end, std::optional<Instant> until = {})
    {
        TriageAct what;
        what.kind = ActKind::Snooze;
        what.end = end;
        what.until = until;
        desk.act(what, { event });
    }
};

const TriageAct acknowledge { ActKind::Acknowledge, QStringLiteral("known"), {}, {}, {} };

void TestStandingsKeeper::foldAgreesWithTheIssues()
{
    std::array<int, standingCount> seen {};
    for (quint32 seed = 1; seed <= 5; ++seed) {
        tests::World world(seed, 1500);
        TriageBoard triage;
        qint64 acts = 0;
        for (quint32 place = 0; place < world.board.size(); ++place) {
            for (quint32 i = world.stream.below(3); i > 0; --i) {
                const std::vector<IssueMoment> moments = world.board.moments(place);
                TriageAct what;
                what.kind = world.stream.below(3) == 0 ? ActKind::Acknowledge : ActKind::Snooze;
                what.end = SnoozeEnd(world.stream.below(3));
                if (world.stream.below(2) == 0 || what.end == SnoozeEnd::Time)
                    what.until = world.now + std::chrono::hours(int(world.stream.below(200)) - 90);
                Act act;
                act.id = ++acts;
                act.at = world.now;
                act.kind = what.kind;
                act.value = what.value();
                const auto which = world.stream.below(quint32(moments.size()));
                act.events = { { moments[which].event, moments[which].event } };
                triage.add(act, [&world](qint64 id) {
                    return world.index.term(TermColumn::Subject, *world.index.positionOf(id));
                });
            }
        }
        Decisions decisions;
        for (const TermId subject : triage.subjects()) {
            const Decision decision = Decision::of(triage.state(subject));
            QVERIFY(!decision.isEmpty());
            decisions.insert(subject, decision);
        }
        const FoldedStandings folded =
                foldStandings(decisions, world.index.snapshot(), world.now, never);
        std::optional<Instant> next;
        for (quint32 place = 0; place < world.board.size(); ++place) {
            const TermId subject = world.board.state(place).subject;
            const TriageJudgement judged =
                    judge(triage.state(subject), world.board.moments(place), world.now);
            QCOMPARE(folded.subjects.of(subject), judged.standing);
            ++seen[std::size_t(judged.standing)];
            if (judged.next)
                next = std::min(next.value_or(*judged.next), *judged.next);
            if (judged.snoozeEnded)
                QVERIFY(!folded.awaiting.contains(subject));
        }
        QCOMPARE(folded.next, next);
    }
    for (const int count : seen)
        QVERIFY(count > 50);
}

void TestStandingsKeeper::actsArriveAndAreTakenBack()
{
    Desk desk;
    QVERIFY(!desk.index.standings());
    const quint64 call = desk.desk.act(acknowledge, { 5, 9 });
    QTRY_COMPARE(desk.standing(5), Standing::Acknowledged);
    QCOMPARE(desk.standing(4), Standing::Acknowledged); // the same subject
    QCOMPARE(desk.standing(9), Standing::Acknowledged);
    QCOMPARE(desk.standing(6), Standing::New);
    QCOMPARE(desk.index.facets().totals()[std::size_t(Field::Triage)][1].matching, 4U);
    desk.desk.undo(call);
    QTRY_COMPARE(desk.standing(5), Standing::New);
    QVERIFY(desk.index.standings()->subjects().isEmpty());
    QCOMPARE(desk.index.facets().totals()[std::size_t(Field::Triage)][0].matching, 20U);
}

void TestStandingsKeeper::timeEndsASnooze()
{
    Desk desk;
    desk.snooze(5, SnoozeEnd::Time, now() + std::chrono::milliseconds(900));
    desk.snooze(9, SnoozeEnd::Time, now() + std::chrono::hours(9));
    QTRY_COMPARE(desk.standing(5), Standing::Snoozed);
    QTRY_COMPARE(desk.standing(5), Standing::New);
    QCOMPARE(desk.standing(9), Standing::Snoozed);
}

void TestStandingsKeeper::theNextEventEndsASnooze()
{
    Desk desk;
    desk.snooze(5, SnoozeEnd::NextEvent);
    QTRY_COMPARE(desk.standing(5), Standing::Snoozed);
    desk.arrive(21, Desk::subject(9)); // of another
    QVERIFY(!desk.keeper.busy());
    desk.arrive(22, Desk::subject(5));
    QVERIFY(desk.keeper.busy());
    QTRY_COMPARE(desk.standing(5), Standing::New);
    QTRY_VERIFY(!desk.keeper.busy());
    desk.arrive(23, Desk::subject(5)); // nothing hangs on it any more
    QVERIFY(!desk.keeper.busy());
}

void TestStandingsKeeper::whatIsGraverEndsASnooze()
{
    Desk desk;
    desk.snooze(5, SnoozeEnd::MoreSevere);
    QTRY_COMPARE(desk.standing(5), Standing::Snoozed);
    desk.arrive(22, Desk::subject(5), Severity::Low);
    QTRY_VERIFY(!desk.keeper.busy());
    QCOMPARE(desk.standing(5), Standing::Snoozed);
    desk.arrive(23, Desk::subject(5), Severity::Urgent);
    QTRY_COMPARE(desk.standing(5), Standing::New);
}

void TestStandingsKeeper::actsOfEventsThatComeLater()
{
    Desk desk(0);
    desk.journal.held = {
        { 1, {}, QStringLiteral("bob"), ActKind::Acknowledge, { { 5, 5 } }, acknowledge.value() }
    };
    desk.desk.refresh();
    QTRY_VERIFY(desk.desk.known());
    QTRY_VERIFY(!desk.keeper.busy());
    QCOMPARE(desk.standing(5), Standing::New);
    desk.load(1, 20);
    desk.desk.eventsLoaded();
    QTRY_COMPARE(desk.standing(5), Standing::Acknowledged);
}

void TestStandingsKeeper::nothingIsToldWhereNothingChanges()
{
    Desk desk;
    TriageAct note;
    note.text = QStringLiteral("a note");
    desk.desk.act(note, { 5 });
    QSignalSpy done(&desk.desk, &TriageDesk::done);
    QTRY_COMPARE(done.size(), 1);
    QVERIFY(!desk.keeper.busy());
    desk.keeper.foldAgain();
    QTRY_VERIFY(!desk.keeper.busy());
    QCOMPARE(desk.told.size(), 0);
    desk.desk.act(acknowledge, { 5 });
    QTRY_COMPARE(desk.told.size(), 1);
    desk.desk.act(acknowledge, { 4 }); // it is already
    QTRY_COMPARE(done.size(), 3);
    QTRY_VERIFY(!desk.keeper.busy());
    QCOMPARE(desk.told.size(), 1);
}

void TestStandingsKeeper::manyActs()
{
    Desk desk(20'000);
    std::vector<qint64> events;
    for (qint64 id = 1; id <= 20'000; id += 2)
        events.push_back(id);
    desk.desk.act(acknowledge, events);
    QTRY_COMPARE(desk.index.facets().totals()[std::size_t(Field::Triage)][1].matching, 19'999U);
    QVERIFY(desk.told.size() < 10); // gathered
}

} // namespace

QTEST_GUILESS_MAIN(TestStandingsKeeper)
#include "standingskeepertest.moc"
