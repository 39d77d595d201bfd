// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/readmarks.h"
#include "models/index/eventindex.h"
#include "models/index/readtest.h"
#include "sampleevents.h"
#include "tests/support/fakejournal.h"

#include <QSignalSpy>
#include <QTest>

using models::Act;
using models::ActKind;
using models::IdRange;
using models::IdSet;

namespace {

/// Read and unread as a fold over the journal.
class TestReadMarks final : public QObject
{
    Q_OBJECT

private slots:
    void everythingIsReadUntilTheJournalIsKnown();
    void theJournalIsFoldedInOrder();
    void partsAddUp();
    void aFailureIsTriedAgain();
    void markingSaysWhatChanged();
    void undoneByMarkingTheOtherWay();
    void actsOfANewerProgramArePassedOver();
    void rowsAreJudgedByIt();
    void followsWhatOthersMark();
    void whatIsMarkedHereHoldsUntilItIsFound();
    void whatNeverArrivesIsNotAwaited();
    void nothingNewDisturbsNobody();
    void readsOnceMoreWhenAskedMeanwhile();
};

IdSet setOf(std::initializer_list<IdRange> ranges)
{
    IdSet set;
    for (const IdRange &range : ranges)
        set.insert(range);
    return set;
}

Act act(qint64 id, ActKind kind, std::vector<IdRange> events)
{
    Act made;
    made.id = id;
    made.kind = kind;
    made.events = std::move(events);
    return made;
}

/// An index with events 1 to 20.
struct Marked
{
    models::EventIndex index;
    FakeJournal journal;
    models::ReadMarks marks { index, journal, QStringLiteral("ada") };

    Marked()
    {
        tests::SampleEvents samples;
        models::EventBatch batch;
        for (qint64 id = 1; id <= 20; ++id)
            batch.rows.push_back(samples.any(id));
        batch.terms = samples.takeTerms();
        index.append(batch);
    }
    bool isRead(qint64 id) const { return index.isRead(*index.positionOf(id)); }
};

void TestReadMarks::everythingIsReadUntilTheJournalIsKnown()
{
    Marked marked;
    marked.journal.answersAtOnce = false;
    marked.marks.refresh();
    QVERIFY(!marked.marks.known());
    QVERIFY(marked.isRead(1) && marked.isRead(20));
    QSignalSpy changed(&marked.index, &models::EventIndex::readChanged);
    marked.journal.answer();
    QVERIFY(marked.marks.known());
    QVERIFY(!marked.isRead(1) && !marked.isRead(20));
    QCOMPARE(changed.size(), 1);
}

void TestReadMarks::theJournalIsFoldedInOrder()
{
    Marked marked;
    marked.journal.held = { act(1, ActKind::Read, { { 1, 10 } }),
                            act(2, ActKind::Unread, { { 4, 5 } }),
                            act(3, ActKind::Read, { { 5, 5 }, { 20, 20 } }) };
    marked.marks.refresh();
    QCOMPARE(marked.index.read().ranges(),
             (std::vector<IdRange> { { 1, 3 }, { 5, 10 }, { 20, 20 } }));
}

void TestReadMarks::partsAddUp()
{
    Marked marked;
    marked.journal.answersAtOnce = false;
    marked.marks.refresh();
    emit marked.journal.actsRead({ act(1, ActKind::Read, { { 1, 3 } }) }, false);
    QVERIFY(!marked.marks.known());
    emit marked.journal.actsRead({ act(2, ActKind::Read, { { 7, 7 } }) }, true);
    QCOMPARE(marked.index.read().ranges(), (std::vector<IdRange> { { 1, 3 }, { 7, 7 } }));
}

void TestReadMarks::aFailureIsTriedAgain()
{
    Marked marked;
    marked.journal.answersAtOnce = false;
    marked.journal.held = { act(1, ActKind::Read, { { 2, 2 } }) };
    marked.marks.refresh();
    emit marked.journal.readFailed(QStringLiteral("of an older version"));
    QVERIFY(!marked.marks.known());
    marked.journal.answersAtOnce = true;
    emit marked.journal.readable();
    QVERIFY(marked.marks.known());
    QCOMPARE(marked.index.read().ranges(), (std::vector<IdRange> { { 2, 2 } }));
}

void TestReadMarks::markingSaysWhatChanged()
{
    Marked marked;
    marked.journal.held = { act(1, ActKind::Read, { { 1, 5 } }) };
    marked.marks.refresh();
    const IdSet changed = marked.marks.mark(setOf({ { 4, 8 } }), true);
    QCOMPARE(changed.ranges(), (std::vector<IdRange> { { 6, 8 } }));
    QCOMPARE(marked.journal.appended.size(), 1);
    QCOMPARE(marked.journal.appended[0].kind, ActKind::Read);
    QCOMPARE(marked.journal.appended[0].who, QStringLiteral("ada"));
    QCOMPARE(marked.journal.appended[0].events, (std::vector<IdRange> { { 6, 8 } }));
    QVERIFY(marked.journal.appended[0].at > models::Instant());
    QVERIFY(marked.isRead(7));
    QVERIFY(marked.marks.mark(setOf({ { 1, 8 } }), true).isEmpty());
    QCOMPARE(marked.journal.appended.size(), 1); // nothing happened, nothing is noted
}

void TestReadMarks::undoneByMarkingTheOtherWay()
{
    Marked marked;
    marked.journal.held = { act(1, ActKind::Read, { { 3, 5 } }) };
    marked.marks.refresh();
    const IdSet before = marked.index.read();
    const IdSet changed = marked.marks.mark(setOf({ { 1, 20 } }), true);
    QVERIFY(!(marked.index.read() == before));
    marked.marks.mark(changed, false);
    QVERIFY(marked.index.read() == before);
    QCOMPARE(marked.journal.appended.size(), 2);
    QCOMPARE(marked.journal.appended[1].kind, ActKind::Unread);
}

void TestReadMarks::actsOfANewerProgramArePassedOver()
{
    Marked marked;
    marked.journal.held = { act(1, ActKind(17), { { 1, 20 } }),
                            act(2, ActKind::Read, { { 9, 9 } }) };
    marked.marks.refresh();
    QCOMPARE(marked.index.read().ranges(), (std::vector<IdRange> { { 9, 9 } }));
}

void TestReadMarks::rowsAreJudgedByIt()
{
    Marked marked;
    marked.journal.held = { act(1, ActKind::Read, { { 2, 4 } }) };
    marked.marks.refresh();
    const models::IndexSnapshot snapshot = marked.index.snapshot();
    marked.marks.mark(setOf({ { 1, 20 } }), true); // later: the snapshot does not change
    std::array<quint8, 20> passes {};
    const models::Stretch stretch { snapshot.segments[0], snapshot.terms, 0, 20, nullptr, false,
                                    &snapshot.read };
    models::ReadTest(true).run(stretch, passes.data());
    for (quint32 row = 0; row < 20; ++row)
        QCOMPARE(passes[row], row >= 1 && row <= 3 ? 1 : 0);
    models::ReadTest(false).run(stretch, passes.data());
    for (quint32 row = 0; row < 20; ++row)
        QCOMPARE(passes[row], row >= 1 && row <= 3 ? 0 : 1);
}

void TestReadMarks::followsWhatOthersMark()
{
    Marked marked;
    marked.journal.held = { act(1, ActKind::Read, { { 1, 5 } }) };
    marked.marks.refresh();
    QSignalSpy loaded(&marked.marks, &models::ReadMarks::loaded);
    QSignalSpy read(&marked.journal, &models::Journal::actsRead);
    marked.journal.held +=
            { act(2, ActKind::Unread, { { 3, 3 } }), act(3, ActKind::Read, { { 9, 9 } }) };
    marked.marks.refresh();
    QCOMPARE(marked.index.read().ranges(), (std::vector<IdRange> { { 1, 2 }, { 4, 5 }, { 9, 9 } }));
    QCOMPARE(read.size(), 1);
    QCOMPARE(read[0][0].value<QList<Act>>().size(), 2); // not the whole journal again
    QVERIFY(loaded.isEmpty());
}

/// Whatever others' marks are read in between: a row must not flicker.
void TestReadMarks::whatIsMarkedHereHoldsUntilItIsFound()
{
    Marked marked;
    marked.marks.refresh();
    marked.marks.mark(setOf({ { 4, 8 } }), true);
    marked.marks.mark(setOf({ { 6, 6 } }), false);
    const std::vector<IdRange> shown { { 4, 5 }, { 7, 8 }, { 20, 20 } };
    Act first = marked.journal.appended[0];
    Act second = marked.journal.appended[1];
    first.id = 2;
    second.id = 3;
    marked.journal.held = { act(1, ActKind::Read, { { 6, 6 }, { 20, 20 } }) };
    marked.marks.refresh();
    QCOMPARE(marked.index.read().ranges(), shown);
    marked.journal.held.append(first);
    marked.marks.refresh();
    QCOMPARE(marked.index.read().ranges(), shown); // the second one is under way still
    marked.journal.held.append(second);
    marked.marks.refresh();
    QCOMPARE(marked.index.read().ranges(), shown);
    marked.journal.held.append(act(4, ActKind::Unread, { { 4, 4 } })); // later than ours
    marked.marks.refresh();
    QCOMPARE(marked.index.read().ranges(),
             (std::vector<IdRange> { { 5, 5 }, { 7, 8 }, { 20, 20 } }));
}

void TestReadMarks::whatNeverArrivesIsNotAwaited()
{
    Marked marked;
    marked.marks.refresh();
    for (std::size_t i = 0; i < models::ReadMarks::mostAwaited; ++i)
        marked.marks.mark(setOf({ { 1, 1 } }), i % 2 == 0);
    marked.marks.mark(setOf({ { 2, 3 } }), true);
    marked.journal.held = { act(1, ActKind::Read, { { 9, 9 } }) };
    marked.marks.refresh();
    QCOMPARE(marked.index.read().ranges(), (std::vector<IdRange> { { 2, 3 }, { 9, 9 } }));
}

void TestReadMarks::nothingNewDisturbsNobody()
{
    Marked marked;
    marked.journal.held = { act(1, ActKind::Read, { { 1, 5 } }) };
    marked.marks.refresh();
    QSignalSpy changed(&marked.index, &models::EventIndex::readChanged);
    marked.journal.held +=
            { act(2, ActKind::Read, { { 2, 3 } }), act(3, ActKind::Acknowledge, { { 7, 7 } }) };
    marked.marks.refresh();
    QVERIFY(changed.isEmpty());
}

void TestReadMarks::readsOnceMoreWhenAskedMeanwhile()
{
    Marked marked;
    marked.journal.answersAtOnce = false;
    marked.marks.refresh();
    marked.marks.refresh();
    QCOMPARE(marked.journal.reads, 1);
    marked.journal.answer();
    QCOMPARE(marked.journal.reads, 2);
    emit marked.journal.readFailed(QStringLiteral("busy"));
    marked.marks.refresh();
    QCOMPARE(marked.journal.reads, 3);
}

} // namespace

QTEST_GUILESS_MAIN(TestReadMarks)
#include "readmarkstest.moc"
