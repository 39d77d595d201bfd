// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/boards/triagedesk.h"
#include "models/index/eventindex.h"
#include "tests/support/fakejournal.h"

#include <QSignalSpy>
#include <QTest>

#include <numeric>

using namespace models;

namespace {

class TestTriageDesk final : public QObject
{
    Q_OBJECT

private slots:
    void countsOnceItIsOnDisk();
    void namesWhatArrivedLast();
    void aFailureChangesNothing();
    void aCallIsCancelled();
    void manyInPieces();
    void undoOfUndo();
    void oneActOnOneSubject();
    void takesWhatOthersAdded();
    void waitsForEvents();
    void readsOnceMoreWhenAskedMeanwhile();
};

/// Events 1 to `rows`, each of a subject of its own with the number 1000 + id.
struct Desk
{
    EventIndex index;
    FakeJournal journal;
    TriageDesk desk { journal, index, QStringLiteral("ada") };
    QSignalSpy done { &desk, &TriageDesk::done };
    QSignalSpy failed { &desk, &TriageDesk::failed };

    explicit Desk(int rows = 20) { load(1, rows); }
    void load(qint64 first, qint64 last)
    {
        EventBatch batch;
        for (qint64 id = first; id <= last; ++id) {
            EventRow row;
            row.id = id;
            row.subject = subject(id);
            row.family = Family::PolicyViolation;
            batch.rows.push_back(row);
        }
        index.append(batch);
    }
    static TermId subject(qint64 event) { return TermId(1000 + event); }
    bool acknowledged(qint64 event) const
    {
        return desk.board().state(subject(event)).acknowledged.has_value();
    }
};

const TriageAct acknowledge { ActKind::Acknowledge, QStringLiteral("known"), {}, {}, {} };

void TestTriageDesk::countsOnceItIsOnDisk()
{
    Desk desk;
    desk.journal.writesAtOnce = false;
    QSignalSpy changed(&desk.desk, &TriageDesk::changed);
    const quint64 call = desk.desk.act(acknowledge, { 7, 3, 3, 4 });
    QVERIFY(call != 0);
    QCoreApplication::processEvents();
    QVERIFY(!desk.acknowledged(3));
    desk.journal.answerWrites();
    QTRY_COMPARE(desk.done.size(), 1);
    QCOMPARE(desk.done[0], (QList<QVariant> { call, 3 }));
    QVERIFY(desk.acknowledged(3) && desk.acknowledged(4) && desk.acknowledged(7));
    QCOMPARE(desk.desk.board().state(Desk::subject(3)).acknowledged->who, QStringLiteral("ada"));
    QCOMPARE(changed[0][0].value<QList<TermId>>(), (QList<TermId> { 1003, 1004, 1007 }));
    QCOMPARE(desk.journal.held.constFirst().events, (std::vector<IdRange> { { 3, 4 }, { 7, 7 } }));
    QCOMPARE(desk.desk.act(acknowledge, {}), 0ULL);
}

/// Which need not be the newest by time; else a snooze until the next event would be over at once.
void TestTriageDesk::namesWhatArrivedLast()
{
    Desk desk;
    EventBatch late;
    EventRow row;
    row.id = 21;
    row.subject = Desk::subject(3);
    row.family = Family::PolicyViolation;
    row.time = Instant(std::chrono::hours(-1)).time_since_epoch().count();
    late.rows.push_back(row);
    desk.index.append(late);
    QVERIFY(desk.desk.act(acknowledge, { 3, 4, 99 }) != 0); // 99 is not loaded yet
    QTRY_COMPARE(desk.done.size(), 1);
    QCOMPARE(desk.journal.held.constFirst().events,
             (std::vector<IdRange> { { 4, 4 }, { 21, 21 }, { 99, 99 } }));
    QVERIFY(desk.acknowledged(3) && desk.acknowledged(4));
}

void TestTriageDesk::aFailureChangesNothing()
{
    Desk desk;
    desk.journal.failure = QStringLiteral("The disk is full.");
    const quint64 call = desk.desk.act(acknowledge, { 3 });
    QTRY_COMPARE(desk.failed.size(), 1);
    QCOMPARE(desk.failed[0], (QList<QVariant> { call, desk.journal.failure }));
    QVERIFY(!desk.acknowledged(3));
    QCOMPARE(desk.desk.undo(call), 0ULL);
}

void TestTriageDesk::aCallIsCancelled()
{
    Desk desk;
    desk.journal.writesAtOnce = false;
    desk.desk.cancel(desk.desk.act(acknowledge, { 3 }));
    QTRY_COMPARE(desk.failed.size(), 1);
    QCOMPARE(desk.failed[0][1].toString(), QString());
    QVERIFY(desk.journal.held.isEmpty() && !desk.acknowledged(3));
}

void TestTriageDesk::manyInPieces()
{
    Desk desk(20'000);
    QSignalSpy progress(&desk.desk, &TriageDesk::progress);
    QSignalSpy changed(&desk.desk, &TriageDesk::changed);
    std::vector<qint64> events(20'000);
    std::iota(events.begin(), events.end(), 1);
    const quint64 call = desk.desk.act(acknowledge, events);
    QTRY_COMPARE(desk.done.size(), 1);
    QCOMPARE(desk.done[0], (QList<QVariant> { call, 20'000 }));
    QCOMPARE(desk.journal.held.size(), 5);
    QCOMPARE(progress.size(), 5);
    QVERIFY(changed.size() >= 5); // the screen is free in between
    QVERIFY(desk.acknowledged(1) && desk.acknowledged(20'000));
    const quint64 back = desk.desk.undo(call);
    QTRY_COMPARE(desk.done.size(), 2);
    QCOMPARE(desk.done[1], (QList<QVariant> { back, 20'000 }));
    QVERIFY(!desk.acknowledged(1) && !desk.acknowledged(20'000));
    QCOMPARE(desk.journal.held.size(), 10); // nothing is ever deleted
}

void TestTriageDesk::undoOfUndo()
{
    Desk desk;
    const quint64 call = desk.desk.act(acknowledge, { 3, 4 });
    QTRY_COMPARE(desk.done.size(), 1);
    const quint64 back = desk.desk.undo(call);
    QTRY_COMPARE(desk.done.size(), 2);
    QVERIFY(!desk.acknowledged(3));
    desk.desk.undo(back);
    QTRY_COMPARE(desk.done.size(), 3);
    QVERIFY(desk.acknowledged(3) && desk.acknowledged(4));
}

void TestTriageDesk::oneActOnOneSubject()
{
    Desk desk;
    desk.desk.act(acknowledge, { 3, 4 });
    QTRY_COMPARE(desk.done.size(), 1);
    desk.desk.undoAct(desk.journal.held.constFirst().id, 4);
    QTRY_COMPARE(desk.done.size(), 2);
    QVERIFY(desk.acknowledged(3) && !desk.acknowledged(4));
}

void TestTriageDesk::takesWhatOthersAdded()
{
    Desk desk;
    QSignalSpy loaded(&desk.desk, &TriageDesk::loaded);
    desk.desk.refresh();
    QTRY_COMPARE(loaded.size(), 1);
    // Another program writes before and after what is written here.
    Act other;
    other.id = 1;
    other.kind = ActKind::Acknowledge;
    other.value = QStringLiteral("{}");
    other.events = { { 5, 5 } };
    Act own = other;
    own.id = 2;
    own.events = { { 6, 6 } };
    Act third = other;
    third.id = 3;
    third.events = { { 7, 7 } };
    emit desk.journal.wrote(99, { own }); // of a call of somebody else: not ours to take
    desk.journal.held = { other, own, third };
    desk.desk.refresh();
    QTRY_VERIFY(desk.acknowledged(7));
    QVERIFY(desk.acknowledged(5) && desk.acknowledged(6));
    QCOMPARE(loaded.size(), 1);
}

void TestTriageDesk::waitsForEvents()
{
    Desk desk;
    desk.desk.act(acknowledge, { 30 });
    QTRY_COMPARE(desk.done.size(), 1);
    desk.desk.eventsLoaded();
    QVERIFY(!desk.acknowledged(30));
    desk.load(30, 30);
    desk.desk.eventsLoaded();
    QVERIFY(desk.acknowledged(30));
}

void TestTriageDesk::readsOnceMoreWhenAskedMeanwhile()
{
    Desk desk;
    desk.journal.answersAtOnce = false;
    desk.desk.refresh();
    desk.desk.refresh();
    QCOMPARE(desk.journal.reads, 1);
    desk.journal.answer();
    QTRY_COMPARE(desk.journal.reads, 2);
    emit desk.journal.readFailed(QStringLiteral("busy"));
    desk.desk.refresh();
    QCOMPARE(desk.journal.reads, 3);
}

} // namespace

QTEST_GUILESS_MAIN(TestTriageDesk)
#include "triagedesktest.moc"
