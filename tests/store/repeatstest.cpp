// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/storebodies.h"
#include "tests/support/storerig.h"

#include <QTest>

#include <atomic>
#include <thread>

namespace {

/// The same body again is counted on the event that is there.
class TestRepeats final : public QObject
{
    Q_OBJECT

private slots:
    void countsTheSameMomentFromTwoThreads();
    void countsWithinBatchBodyAndAfterReopen();
    void whatComesBeforeAllIsLoadedLoadsIt();
    void loadsWhenItsTimeHasCome();
    void tellsCollisionsApart();
};

quint64 always(QByteArrayView)
{
    return 42;
}

QByteArray body(int number)
{
    return "{\"event\": \"number " + QByteArray::number(number) + "\"}";
}

void TestRepeats::countsTheSameMomentFromTwoThreads()
{
    const StoreFolder folder;
    WriterRig rig(folder.url());
    QCOMPARE(rig.open(), QString());
    const auto send = [&rig] {
        for (int i = 0; i < 300; ++i)
            (void)rig.writer().submit(storeDelivery(body(i), quint64(i)));
    };
    std::thread first(send);
    std::thread second(send);
    first.join();
    second.join();
    int stored = 0;
    int repeated = 0;
    for (const models::Receipt &receipt : rig.receipts(600)) {
        QCOMPARE(receipt.failure, QString());
        stored += receipt.stored;
        repeated += receipt.repeated;
    }
    QCOMPARE(stored, 300);
    QCOMPARE(repeated, 300);
    const QList<HeldEvent> held = heldEvents(folder.url());
    QCOMPARE(held.size(), 300);
    for (const HeldEvent &each : held)
        QCOMPARE(each.deliveries, 2);
}

void TestRepeats::countsWithinBatchBodyAndAfterReopen()
{
    const StoreFolder folder;
    {
        WriterRig rig(folder.url());
        // Before open(): both wait for one commit.
        QVERIFY(rig.writer().submit(storeDelivery(body(1) + body(1) + body(2), 1)));
        QVERIFY(rig.writer().submit(storeDelivery(body(2), 2)));
        QCOMPARE(rig.open(), QString());
        const auto receipts = rig.receipts(2);
        QCOMPARE(receipts.size(), 2);
        QCOMPARE(rig.commits(), QList<qsizetype> { 2 });
        QCOMPARE(receipts[0].stored, 2);
        QCOMPARE(receipts[0].repeated, 1);
        QCOMPARE(receipts[1].stored, 0);
        QCOMPARE(receipts[1].repeated, 1);
        QVERIFY(rig.close());
    }
    WriterRig rig(folder.url());
    QCOMPARE(rig.open(), QString());
    QVERIFY(rig.writer().submit(storeDelivery(body(2) + body(3), 3)));
    QCOMPARE(rig.receipts(1).value(0).repeated, 1);
    QVERIFY(rig.close());
    const QList<HeldEvent> held = heldEvents(folder.url());
    QCOMPARE(held.size(), 3);
    QCOMPARE(held[0].deliveries, 2);
    QCOMPARE(held[1].deliveries, 3);
    QCOMPARE(held[2].deliveries, 1);
}

void TestRepeats::whatComesBeforeAllIsLoadedLoadsIt()
{
    const StoreFolder folder;
    {
        WriterRig rig(folder.url());
        QCOMPARE(rig.open(), QString());
        QVERIFY(rig.writer().submit(storeDelivery(body(1) + body(2), 1)));
        QCOMPARE(rig.receipts(1).value(0).stored, 2);
        QVERIFY(rig.close());
    }
    app::WriterOptions options;
    options.loadTime = std::chrono::hours(1);
    WriterRig rig(folder.url(), options);
    QCOMPARE(rig.open(), QString());
    models::Refusal refusal; // needs nothing of it
    refusal.received = models::now();
    refusal.status = 401;
    rig.writer().record(refusal);
    QVERIFY(rig.writer().submit(storeDelivery(body(2) + body(3), 6)));
    const auto receipts = rig.receipts(1);
    QCOMPARE(receipts.value(0).stored, 1);
    QCOMPARE(receipts.value(0).repeated, 1);
    QVERIFY(rig.close());
    QCOMPARE(heldEvents(folder.url()).size(), 3);
}

void TestRepeats::loadsWhenItsTimeHasCome()
{
    const StoreFolder folder;
    app::WriterOptions options;
    options.loadTime = std::chrono::milliseconds(20);
    WriterRig rig(folder.url(), options);
    std::atomic<int> loaded { 0 };
    connect(&rig.writer(), &app::Writer::loaded, &rig.writer(), [&loaded] { ++loaded; });
    QCOMPARE(rig.open(), QString());
    QTRY_COMPARE(loaded.load(), 1);
    QVERIFY(rig.close());
}

void TestRepeats::tellsCollisionsApart()
{
    const StoreFolder folder;
    app::WriterOptions options;
    options.fingerprint = always;
    WriterRig rig(folder.url(), options);
    QCOMPARE(rig.open(), QString());
    QVERIFY(rig.writer().submit(storeDelivery(body(1) + body(2), 1)));
    QCOMPARE(rig.receipts(1).value(0).stored, 2);
    QVERIFY(rig.writer().submit(storeDelivery(body(3) + body(2) + body(3), 2)));
    const auto receipts = rig.receipts(2);
    QCOMPARE(receipts.value(1).stored, 1);
    QCOMPARE(receipts.value(1).repeated, 2);
    QVERIFY(rig.close());
    QCOMPARE(heldEvents(folder.url()).size(), 3);
}

} // namespace

QTEST_GUILESS_MAIN(TestRepeats)
#include "repeatstest.moc"
