// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/boards/timeline.h"

#include <QTest>

using namespace models;
using std::chrono::hours;
using Kind = TimelineEntry::Kind;
using Step = TimelineEntry::Step;

namespace {

class TestTimeline final : public QObject
{
    Q_OBJECT

private slots:
    void eventsActsAndRepeatsInOrder();
    void missingStepsAreMarkedNotGuessed();
    void aDatedOpening();
    void aWholeStoryMissesNothing();
    void relations();
};

Instant at(int hour)
{
    return Instant(std::chrono::milliseconds(1'700'000'000'000)) + hours(hour);
}

IssueMoment moment(qint64 event, int hour, Status status, TermId word = 0)
{
    return { event, at(hour), 0, word == 0 ? TermId(status) : word, status, Severity::High };
}

QList<Kind> kinds(const std::vector<TimelineEntry> &entries)
{
    QList<Kind> kinds;
    for (const TimelineEntry &entry : entries)
        kinds.append(entry.kind);
    return kinds;
}

void TestTimeline::eventsActsAndRepeatsInOrder()
{
    SubjectAct act;
    act.at = at(3);
    act.who = QStringLiteral("ada");
    const auto entries =
            timeline({ moment(1, 0, Status::Open), moment(2, 5, Status::Fixed) }, { act }, at(0),
                     [](qint64 event) {
                         return event == 1 ? EventRepeats { 2, at(1) } : EventRepeats();
                     });
    QCOMPARE(kinds(entries), (QList<Kind> { Kind::Event, Kind::Repeat, Kind::Act, Kind::Event }));
    QVERIFY(!entries[0].elapsed);
    QCOMPARE(entries[1].elapsed, hours(1));
    QCOMPARE(entries[1].repeats, 2);
    QCOMPARE(entries[2].elapsed, hours(2));
    QCOMPARE(entries[2].act.who, QStringLiteral("ada"));
    QCOMPARE(entries[3].elapsed, hours(2));
}

void TestTimeline::missingStepsAreMarkedNotGuessed()
{
    const auto entries = timeline({ moment(1, 1, Status::Fixed), moment(2, 4, Status::Fixed),
                                    moment(3, 6, Status::Open), moment(4, 9, Status::Open) },
                                  {}, {});
    QCOMPARE(kinds(entries),
             (QList<Kind> { Kind::Missing, Kind::Event, Kind::Missing, Kind::Event, Kind::Event,
                            Kind::Missing, Kind::Event }));
    QCOMPARE(entries[0].step, Step::Opening);
    QCOMPARE(entries[2].step, Step::Reopening);
    QCOMPARE(entries[5].step, Step::Closing);
    for (const std::size_t i : { 0, 2, 5 })
        QVERIFY(!entries[i].at && !entries[i].elapsed);
    QCOMPARE(entries[3].elapsed, hours(3)); // from event to event
}

void TestTimeline::aDatedOpening()
{
    SubjectAct early;
    early.at = at(2);
    const auto entries = timeline({ moment(1, 5, Status::Fixed) }, { early }, at(1));
    QCOMPARE(kinds(entries), (QList<Kind> { Kind::Missing, Kind::Act, Kind::Event }));
    QCOMPARE(entries[0].at, at(1));
    QCOMPARE(entries[2].elapsed, hours(3));
    // A date behind the closing is none of an opening.
    QVERIFY(!timeline({ moment(1, 5, Status::Fixed) }, {}, at(9))[0].at);
}

void TestTimeline::aWholeStoryMissesNothing()
{
    const auto entries =
            timeline({ moment(1, 1, Status::Open, 10), moment(2, 2, Status::Open, 11),
                       moment(3, 3, Status::Unknown), moment(4, 4, Status::Fixed),
                       moment(5, 5, Status::Accepted), moment(6, 6, Status::Open, 10) },
                     {}, at(1));
    QVERIFY(!kinds(entries).contains(Kind::Missing));
    QVERIFY(timeline({}, {}, {}).empty());
}

void TestTimeline::relations()
{
    IssueBoard board;
    qint64 id = 0;
    const auto add = [&](TermId subject, TermId rule, TermId asset, Status status) {
        EventRow row;
        row.id = ++id;
        row.time = at(int(id)).time_since_epoch().count();
        row.family = Family::PolicyViolation;
        row.subject = subject;
        row.detail = rule;
        row.assetId = asset;
        row.status = status;
        board.add(row);
    };
    add(1, 100, 200, Status::Open);
    add(2, 100, 201, Status::Open);
    add(3, 100, 201, Status::Open); // the same asset again
    add(4, 100, 202, Status::Open);
    add(5, 100, 203, Status::Fixed);
    add(6, 101, 204, Status::Open);
    add(7, 101, 200, Status::Open);
    add(8, 102, 200, Status::Accepted);
    add(9, 100, 0, Status::Open); // no asset is known
    board.settle();
    const IssueRelations relations = relationsOf(board, *board.placeOf(1));
    QCOMPARE(relations.sameRule.size(), 4U); // the one of no known asset included
    QCOMPARE(relations.ruleAssets, 2);
    QCOMPARE(relations.sameAsset, std::vector<quint32> { *board.placeOf(7) });
}

} // namespace

QTEST_GUILESS_MAIN(TestTimeline)
#include "timelinetest.moc"
