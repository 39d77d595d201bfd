// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/boards/issuesubject.h"

#include "boardstream.h"
#include "models/index/eventindex.h"

#include <QTest>

#include <map>
#include <numeric>

using namespace models;

namespace {

/// Which issue an event belongs to, and by which event an issue is named.
class TestIssueSubject final : public QObject
{
    Q_OBJECT

private slots:
    void onlyWhatTellsOfIssues();
    void newestOfEach();
    void asEventsOfASample();
};

EventRow row(qint64 id, TermId subject, Family family = Family::PolicyViolation)
{
    EventRow row;
    row.id = id;
    row.subject = subject;
    row.family = family;
    return row;
}

void load(EventIndex &index, const std::vector<EventRow> &rows)
{
    EventBatch batch;
    batch.rows = rows;
    index.append(batch);
}

std::vector<qint64> newest(const EventIndex &index, const std::vector<qint64> &events)
{
    std::vector<quint32> positions;
    for (const qint64 event : events)
        positions.push_back(index.positionOf(event).value());
    std::vector<qint64> found = newestOfIssues(index, positions);
    std::sort(found.begin(), found.end());
    return found;
}

using Ids = std::vector<qint64>;

void TestIssueSubject::onlyWhatTellsOfIssues()
{
    EventIndex index;
    EventBatch batch;
    for (int family = 0; family < familyCount; ++family)
        batch.rows.push_back(row(10 + family, 7, Family(family)));
    batch.rows.push_back(row(30, 0)); // names no subject
    index.append(batch);
    int with = 0;
    for (int family = 0; family < familyCount; ++family) {
        const TermId subject = issueSubject(index, 10 + family);
        QCOMPARE(subject, TermId(tellsOfIssue(Family(family)) ? 7 : 0));
        with += subject != 0 ? 1 : 0;
    }
    QCOMPARE(with, 2);
    QCOMPARE(issueSubject(index, 30), TermId(0));
    QCOMPARE(issueSubject(index, 99), TermId(0)); // not loaded (yet)
}

void TestIssueSubject::newestOfEach()
{
    EventIndex index;
    // Old events are loaded after new ones.
    load(index, { row(20, 1), row(21, 2), row(22, 1, Family::PortalUser), row(23, 3) });
    load(index, { row(5, 1), row(6, 2), row(7, 0), row(8, 1, Family::Asset) });
    QCOMPARE(newest(index, { 5 }), Ids({ 20 }));
    QCOMPARE(newest(index, { 5, 20, 6 }), Ids({ 20, 21 }));
    QCOMPARE(newest(index, { 22, 7, 8 }), Ids());
    QCOMPARE(newest(index, { 22, 23 }), Ids({ 23 }));
    QCOMPARE(newest(index, {}), Ids());
    load(index, { row(40, 2) });
    QCOMPARE(newest(index, { 6, 21 }), Ids({ 40 }));
}

void TestIssueSubject::asEventsOfASample()
{
    tests::BoardStream stream(11);
    const std::vector<tests::StreamEvent> events = stream.make(3000);
    EventIndex index;
    const auto half = events.begin() + std::ptrdiff_t(events.size() / 2);
    index.append(stream.batch({ half, events.end() }));
    std::vector<EventRow> others; // so that there is more than one segment
    for (qint64 id = 0; id < qint64(Segment::capacity); ++id)
        others.push_back(row(10'000 + id, 0));
    load(index, others);
    index.append(stream.batch({ events.begin(), half })); // old ones after new ones
    std::map<QString, qint64> expected;
    for (const tests::StreamEvent &event : events) {
        if (tellsOfIssue(event.event.family) && !event.event.subjectId.isEmpty())
            expected[event.event.subjectId] = event.id;
    }
    QVERIFY(expected.size() > 100);
    std::vector<quint32> all(index.rows());
    std::iota(all.begin(), all.end(), 0);
    const std::vector<qint64> found = newestOfIssues(index, all);
    QCOMPARE(found.size(), expected.size());
    for (const qint64 event : found) {
        const QString subject = index.text(issueSubject(index, event));
        QCOMPARE(expected.at(subject), event);
    }
}

} // namespace

QTEST_GUILESS_MAIN(TestIssueSubject)
#include "issuesubjecttest.moc"
