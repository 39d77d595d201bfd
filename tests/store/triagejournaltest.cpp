// SPDX-License-Identifier: GPL-3.0-or-later
// Acts with values in the journal: all of a call or nothing, by one program and by two.
#include "app/store/actreader.h"
#include "app/store/eventstore.h"
#include "app/store/readsession.h"
#include "app/store/sqljournal.h"
#include "models/boards/triageact.h"
#include "tests/support/storebodies.h"
#include "tests/support/storerig.h"

#include <QSignalSpy>
#include <QTest>

#include <thread>

using models::Act;
using models::ActKind;

namespace {

class TestTriageJournal final : public QObject
{
    Q_OBJECT

private slots:
    void isThereWithItsValue();
    void aCancelledCallLeavesNothing();
    void withoutAStoreItFails();
    void aFailureLeavesNothing();
    void twoProgramsAppend();
};

Act note(const QString &text, qint64 event)
{
    models::TriageAct what;
    what.text = text;
    Act act;
    act.at = models::Instant(std::chrono::milliseconds(1'700'000'000'123));
    act.who = QStringLiteral("ada");
    act.kind = what.kind;
    act.value = what.value();
    act.events = { { event, event } };
    return act;
}

QList<Act> heldActs(const app::DatabaseUrl &url)
{
    QList<Act> acts;
    const auto connection = app::ReadSession::connect(url);
    if (connection && connection.value())
        (void)app::ActReader::forEach(*connection.value(), 0, [&](Act one) { acts.append(one); });
    return acts;
}

void TestTriageJournal::isThereWithItsValue()
{
    const StoreFolder folder;
    WriterRig rig(folder.url());
    QCOMPARE(rig.open(), QString());
    app::SqlJournal journal(folder.url(), rig.writer());
    app::SqlJournal other(folder.url(), rig.writer());
    QSignalSpy wrote(&journal, &models::Journal::wrote);
    QSignalSpy writing(&journal, &models::Journal::writing);
    QSignalSpy overheard(&other, &models::Journal::wrote);
    const QList<Act> acts { note(QStringLiteral("'; DROP TABLE acts; -- \u00e9\n\"x\""), 1),
                            note(QStringLiteral("two"), 2), note({}, 3) };
    const quint64 call = journal.write(acts);
    QTRY_COMPARE(wrote.size(), 1);
    QCOMPARE(wrote[0][0].toULongLong(), call);
    QCOMPARE(writing.size(), 3);
    QVERIFY(overheard.isEmpty());
    const auto written = wrote[0][1].value<QList<Act>>();
    QVERIFY(rig.close());
    const QList<Act> held = heldActs(folder.url());
    QCOMPARE(held, written); // with the same ids
    for (qsizetype i = 0; i < 3; ++i)
        QCOMPARE(models::TriageAct::read(held[i]), models::TriageAct::read(acts[i]));
}

void TestTriageJournal::aCancelledCallLeavesNothing()
{
    const StoreFolder folder;
    auto store = app::EventStore::open(folder.url(), app::bodyFingerprint, std::chrono::seconds(1));
    if (!store) { // the folder is not there yet
        WriterRig rig(folder.url());
        QCOMPARE(rig.open(), QString());
        QVERIFY(rig.close());
        store = app::EventStore::open(folder.url(), app::bodyFingerprint, std::chrono::seconds(1));
    }
    QVERIFY(store.ok());
    QList<Act> acts { note(QStringLiteral("one"), 1), note(QStringLiteral("two"), 2) };
    const auto cancelled = store.value()->append(acts, [](int done) { return done < 1; });
    QVERIFY(!cancelled.ok());
    QCOMPARE(cancelled.error(), QString());
    QVERIFY(heldActs(folder.url()).isEmpty());
    QVERIFY(store.value()->append(acts, [](int) { return true; }).ok());
    QCOMPARE(heldActs(folder.url()), acts);
}

void TestTriageJournal::withoutAStoreItFails()
{
    const StoreFolder folder;
    app::Worker<app::Writer> writer(QStringLiteral("writer"), folder.url());
    app::SqlJournal journal(folder.url(), writer.object());
    QSignalSpy failed(&journal, &models::Journal::writeFailed);
    const quint64 call = journal.write({ note(QStringLiteral("one"), 1) });
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed[0][0].toULongLong(), call);
    QVERIFY(!failed[0][1].toString().isEmpty());
}

void TestTriageJournal::aFailureLeavesNothing()
{
    const StoreFolder folder;
    app::WriterOptions options;
    options.patience = std::chrono::milliseconds(50);
    WriterRig rig(folder.url(), options);
    QCOMPARE(rig.open(), QString());
    auto other = app::Connection::open(folder.url(), app::Connection::Mode::Write);
    QVERIFY(other.ok() && other.value()->run(QStringLiteral("BEGIN IMMEDIATE")).ok());
    app::SqlJournal journal(folder.url(), rig.writer());
    QSignalSpy failed(&journal, &models::Journal::writeFailed);
    journal.write({ note(QStringLiteral("one"), 1) });
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(!failed[0][1].toString().isEmpty());
    QVERIFY(other.value()->run(QStringLiteral("ROLLBACK")).ok());
    QSignalSpy wrote(&journal, &models::Journal::wrote);
    journal.write({ note(QStringLiteral("two"), 2) });
    QTRY_COMPARE(wrote.size(), 1);
    QVERIFY(rig.close());
    QCOMPARE(heldActs(folder.url()).size(), 1);
}

void TestTriageJournal::twoProgramsAppend()
{
    const StoreFolder folder;
    {
        WriterRig rig(folder.url());
        QCOMPARE(rig.open(), QString());
        QVERIFY(rig.close());
    }
    QList<Act> written[2];
    std::atomic<int> failures { 0 };
    const auto append = [&](int which) {
        auto store =
                app::EventStore::open(folder.url(), app::bodyFingerprint, std::chrono::seconds(20));
        for (int turn = 0; store.ok() && turn < 20; ++turn) {
            QList<Act> acts { note(QString::number(which), turn + 1),
                              note(QString::number(which), turn + 2),
                              note(QString::number(which), turn + 3) };
            if (!store.value()->append(acts, [](int) { return true; }))
                ++failures;
            written[which] += acts;
        }
    };
    std::thread first(append, 0);
    std::thread second(append, 1);
    first.join();
    second.join();
    QCOMPARE(failures.load(), 0);
    QList<Act> both = written[0] + written[1];
    std::sort(both.begin(), both.end(), [](const Act &a, const Act &b) { return a.id < b.id; });
    QCOMPARE(both.size(), 120);
    QCOMPARE(heldActs(folder.url()), both); // each knows its own ids, none is lost
    for (qsizetype i = 0; i < 120; i += 3) // and no call is torn
        QVERIFY(both[i].value == both[i + 1].value && both[i].value == both[i + 2].value);
}

} // namespace

QTEST_GUILESS_MAIN(TestTriageJournal)
#include "triagejournaltest.moc"
