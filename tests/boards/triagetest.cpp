// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/boards/triageboard.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace models;
using std::chrono::hours;

namespace {

class TestTriage final : public QObject
{
    Q_OBJECT

private slots:
    void valuesReadBack();
    void hostileValuesAreNotRead();
    void anyOrderGivesTheSame_data();
    void anyOrderGivesTheSame();
    void anUndoCanBeUndone();
    void anUndoCountsForItsSubjectsOnly();
    void notesKeepTheirHistory();
    void anActWaitsForItsEvents();
    void acknowledgedUntil();
    void thePortalResolvesWhatWeAcknowledged();
    void aSnoozeEnds();
    void aSnoozedOneReopens();
};

Instant at(int hour)
{
    return Instant(std::chrono::milliseconds(1'700'000'000'000)) + hours(hour);
}

Act act(qint64 id, const TriageAct &what, std::vector<IdRange> events, int hour = 0)
{
    Act made;
    made.id = id;
    made.at = at(hour);
    made.who = QStringLiteral("ada");
    made.kind = what.kind;
    made.value = what.value();
    made.events = std::move(events);
    return made;
}

TriageAct acknowledge(const QString &why, std::optional<Instant> until = {})
{
    return { ActKind::Acknowledge, why, until, SnoozeEnd::Time, {} };
}

TriageAct undo(qint64 id)
{
    return { ActKind::Undo, {}, {}, SnoozeEnd::Time, { { id, id } } };
}

TriageAct snooze(SnoozeEnd end, std::optional<Instant> until = {})
{
    return { ActKind::Snooze, {}, until, end, {} };
}

TriageAct note(const QString &text)
{
    return { ActKind::Note, text, {}, SnoozeEnd::Time, {} };
}

/// Event n is about subject n % 10 + 1.
TermId subjectOf(qint64 event)
{
    return event > 0 && event <= 1000 ? TermId(event % 10 + 1) : 0;
}

IssueMoment moment(qint64 event, int hour, Status status, Severity severity = Severity::Medium)
{
    return { event, at(hour), 0, 0, status, severity };
}

void TestTriage::valuesReadBack()
{
    const QList<TriageAct> acts {
        acknowledge(QStringLiteral("known, \"quoted\" 'ticks' \n<b>"), at(5)),
        acknowledge({}),
        { ActKind::Assign, QStringLiteral("bob"), {}, SnoozeEnd::Time, {} },
        { ActKind::Assign, {}, {}, SnoozeEnd::Time, {} },
        note(QStringLiteral("a note")),
        snooze(SnoozeEnd::Time, at(9)),
        snooze(SnoozeEnd::NextEvent),
        snooze(SnoozeEnd::MoreSevere),
        { ActKind::Undo, {}, {}, SnoozeEnd::Time, { { 1, 40 }, { 42, 42 } } },
    };
    for (const TriageAct &what : acts)
        QCOMPARE(TriageAct::read(act(1, what, { { 1, 1 } })), what);
}

void TestTriage::hostileValuesAreNotRead()
{
    Act odd = act(1, note(QStringLiteral("x")), { { 1, 1 } });
    for (const char *value : { "", "[]", "{", "1", "{\"end\":\"never\"}", "{\"acts\":\"all\"}" }) {
        odd.kind = QByteArray(value).contains("acts") ? ActKind::Undo : ActKind::Snooze;
        odd.value = QString::fromLatin1(value);
        QVERIFY2(!TriageAct::read(odd), value);
    }
    odd.kind = ActKind::Snooze;
    odd.value = QStringLiteral("{\"end\":\"time\"}"); // no moment
    QVERIFY(!TriageAct::read(odd));
    odd.kind = ActKind::Note;
    odd.value = QString(200'000, QLatin1Char('x'));
    QVERIFY(!TriageAct::read(odd));
    QCOMPARE(note(QString(50'000, QLatin1Char('x'))).value().size(),
             TriageAct::longestText + qsizetype(sizeof("{\"text\":\"\"}")) - 1);
    odd.kind = ActKind::Read;
    QVERIFY(!TriageAct::read(odd));
    // An act on everything there could be is not gone through one by one.
    TriageBoard board;
    QVERIFY(board.add(act(1, note(QStringLiteral("x")), { { 1, 0xffffffffff } }), subjectOf)
                    .empty());
    QCOMPARE(board.waiting(), 0);
}

void TestTriage::anyOrderGivesTheSame_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 8; ++seed)
        QTest::newRow(qPrintable(QString::number(seed))) << seed;
}

void TestTriage::anyOrderGivesTheSame()
{
    QFETCH(quint32, seed);
    QRandomGenerator random(seed);
    const auto below = [&random](int bound) { return int(random.bounded(bound)); };
    std::vector<Act> acts;
    for (int id = 1; id <= 60; ++id) {
        TriageAct what = note(QString::number(id));
        switch (below(5)) {
        case 0:
            what = acknowledge(QString::number(id));
            break;
        case 1:
            what = { ActKind::Assign, QString::number(id), {}, SnoozeEnd::Time, {} };
            break;
        case 2:
            what = snooze(SnoozeEnd::NextEvent);
            break;
        case 3:
            what = undo(1 + below(62)); // what is still to come, too: it counts for nothing
            break;
        default:
            break;
        }
        const int first = 1 + below(90);
        acts.push_back(act(id, what, { { first, first + below(9) } }, below(20)));
    }
    TriageBoard sorted;
    for (const Act &one : acts)
        sorted.add(one, subjectOf);
    std::vector<Act> shuffled = acts;
    std::shuffle(shuffled.begin(), shuffled.end(), random);
    shuffled.insert(shuffled.end(), acts.begin(), acts.begin() + 20); // read twice
    TriageBoard other;
    for (const Act &one : shuffled)
        other.add(one, subjectOf);
    for (TermId subject = 1; subject <= 10; ++subject) {
        QCOMPARE(other.state(subject), sorted.state(subject));
        // As one would say it: in force is what no later undo in force names.
        std::vector<const Act *> own;
        for (const Act &one : acts) {
            const IdRange range = one.events.front();
            bool concerns = false;
            for (qint64 event = range.first; event <= range.last; ++event)
                concerns = concerns || subjectOf(event) == subject;
            if (concerns)
                own.push_back(&one);
        }
        const std::function<bool(const Act &)> inForce = [&](const Act &one) {
            return std::none_of(own.begin(), own.end(), [&](const Act *undo) {
                return undo->kind == ActKind::Undo && undo->id > one.id
                        && TriageAct::read(*undo)->acts.front().first == one.id && inForce(*undo);
            });
        };
        std::optional<TriageState::Assigned> assigned;
        std::stable_sort(own.begin(), own.end(),
                         [](const Act *a, const Act *b) { return a->at < b->at; });
        for (const Act *one : own) {
            if (one->kind == ActKind::Assign && inForce(*one))
                assigned = { TriageAct::read(*one)->text, one->who, one->at };
        }
        QCOMPARE(sorted.state(subject).assigned, assigned);
    }
}

void TestTriage::anUndoCanBeUndone()
{
    TriageBoard board;
    board.add(act(1, acknowledge(QStringLiteral("first")), { { 1, 1 } }), subjectOf);
    board.add(act(2, acknowledge(QStringLiteral("second")), { { 1, 1 } }), subjectOf);
    QCOMPARE(board.state(2).acknowledged->why, QStringLiteral("second"));
    board.add(act(3, undo(2), { { 1, 1 } }), subjectOf);
    QCOMPARE(board.state(2).acknowledged->why, QStringLiteral("first")); // as it was before
    board.add(act(4, undo(3), { { 1, 1 } }), subjectOf);
    QCOMPARE(board.state(2).acknowledged->why, QStringLiteral("second"));
    board.add(act(5, undo(4), { { 1, 1 } }), subjectOf);
    board.add(act(6, undo(1), { { 1, 1 } }), subjectOf);
    QVERIFY(board.state(2).isEmpty());
    QCOMPARE(board.acts(2).size(), 6U); // nothing is gone
    // An act cannot take back itself or what comes later.
    board.add(act(7, undo(7), { { 2, 2 } }), subjectOf);
    board.add(act(8, undo(9), { { 2, 2 } }), subjectOf);
    board.add(act(9, acknowledge({}), { { 2, 2 } }), subjectOf);
    QVERIFY(board.state(3).acknowledged);
}

void TestTriage::anUndoCountsForItsSubjectsOnly()
{
    TriageBoard board;
    board.add(act(1, acknowledge({}), { { 1, 5 } }), subjectOf);
    const auto touched = board.add(act(2, undo(1), { { 3, 3 } }), subjectOf);
    QCOMPARE(touched, std::vector<TermId> { 4 });
    QVERIFY(board.state(2).acknowledged && !board.state(4).acknowledged);
}

void TestTriage::notesKeepTheirHistory()
{
    TriageBoard board;
    board.add(act(1, note(QStringLiteral("one")), { { 1, 1 } }, 2), subjectOf);
    board.add(act(2, note(QStringLiteral("zero")), { { 1, 1 } }, 1), subjectOf);
    board.add(act(3, undo(1), { { 1, 1 } }, 3), subjectOf);
    const TriageState state = board.state(2);
    QCOMPARE(state.notes.size(), 2U);
    QCOMPARE(state.notes[0].text, QStringLiteral("zero"));
    QVERIFY(!state.notes[0].takenBack && state.notes[1].takenBack);
    QCOMPARE(state.notes[1].who, QStringLiteral("ada"));
}

void TestTriage::anActWaitsForItsEvents()
{
    bool loaded = false;
    const auto slow = [&loaded](qint64 event) { return loaded ? subjectOf(event) : 0; };
    TriageBoard board;
    QVERIFY(board.add(act(1, acknowledge({}), { { 1, 3 } }), slow).empty());
    QCOMPARE(board.waiting(), 3);
    QVERIFY(board.resolve(slow).empty());
    loaded = true;
    QCOMPARE(board.resolve(slow), (std::vector<TermId> { 2, 3, 4 }));
    QCOMPARE(board.waiting(), 0);
    QVERIFY(board.state(3).acknowledged);
}

void TestTriage::acknowledgedUntil()
{
    TriageState state;
    state.acknowledged = { QStringLiteral("ada"), at(1), {}, at(10), 1 };
    const std::vector<IssueMoment> moments { moment(1, 0, Status::Open) };
    QCOMPARE(judge(state, moments, at(9)).standing, Standing::Acknowledged);
    QCOMPARE(judge(state, moments, at(9)).next, at(10));
    QCOMPARE(judge(state, moments, at(10)), TriageJudgement()); // over: new again
    state.acknowledged->until.reset();
    QCOMPARE(judge(state, moments, at(9999)).standing, Standing::Acknowledged);
}

void TestTriage::thePortalResolvesWhatWeAcknowledged()
{
    TriageState state;
    state.acknowledged = { QStringLiteral("ada"), at(1), {}, {}, 1 };
    std::vector<IssueMoment> moments { moment(1, 0, Status::Open) };
    QVERIFY(!judge(state, moments, at(2)).isConflict());
    moments.push_back(moment(2, 2, Status::Fixed));
    QVERIFY(judge(state, moments, at(3)).resolvedByPortal);
    QCOMPARE(judge(state, moments, at(3)).standing, Standing::Acknowledged); // ours stays
    moments.push_back(moment(3, 4, Status::Open));
    QVERIFY(!judge(state, moments, at(5)).resolvedByPortal);
    QVERIFY(judge(state, moments, at(5)).reopenedSince);
    // What was closed when it was acknowledged is no conflict.
    state.acknowledged->event = 2;
    moments.pop_back();
    QVERIFY(!judge(state, moments, at(3)).isConflict());
}

void TestTriage::aSnoozeEnds()
{
    TriageState state;
    state.snoozed = { QStringLiteral("ada"), at(1), SnoozeEnd::Time, at(10), 2 };
    std::vector<IssueMoment> moments { moment(2, 0, Status::Open) };
    QCOMPARE(judge(state, moments, at(9)).standing, Standing::Snoozed);
    QVERIFY(judge(state, moments, at(10)).snoozeEnded);
    QCOMPARE(judge(state, moments, at(10)).standing, Standing::New);

    state.snoozed->end = SnoozeEnd::NextEvent;
    QCOMPARE(judge(state, moments, at(99)).standing, Standing::Snoozed);
    // Late, with an older time: it arrived after the snooze all the same.
    moments.insert(moments.begin(), moment(3, -5, Status::Open));
    QVERIFY(judge(state, moments, at(9)).snoozeEnded);

    state.snoozed->end = SnoozeEnd::MoreSevere;
    QCOMPARE(judge(state, moments, at(9)).standing, Standing::Snoozed);
    moments.push_back(moment(4, 3, Status::Open, Severity::Urgent));
    QVERIFY(judge(state, moments, at(9)).snoozeEnded);
    moments.push_back(moment(5, 4, Status::Open, Severity::Low)); // stays ended
    QVERIFY(judge(state, moments, at(9)).snoozeEnded);
    // Over, an acknowledgement shows again.
    state.acknowledged = { QStringLiteral("ada"), at(1), {}, {}, 2 };
    QCOMPARE(judge(state, moments, at(9)).standing, Standing::Acknowledged);
}

void TestTriage::aSnoozedOneReopens()
{
    TriageState state;
    state.snoozed = { QStringLiteral("ada"), at(3), SnoozeEnd::Time, at(100), 2 };
    std::vector<IssueMoment> moments { moment(1, 0, Status::Open), moment(2, 2, Status::Fixed) };
    QVERIFY(!judge(state, moments, at(9)).isConflict());
    moments.push_back(moment(3, 5, Status::Open));
    const TriageJudgement judgement = judge(state, moments, at(9));
    QCOMPARE(judgement.standing, Standing::Snoozed);
    QVERIFY(judgement.reopenedSince);
}

} // namespace

QTEST_GUILESS_MAIN(TestTriage)
#include "triagetest.moc"
