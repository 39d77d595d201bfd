// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/refusedcount.h"
#include "tests/support/fakedeliveries.h"

#include <QTest>

using namespace models;

/// The number of refused requests, over a record in memory.
class TestRefusedCount final : public QObject
{
    Q_OBJECT
private slots:
    void countsAndFollows()
    {
        tests::FakeDeliveries store;
        add(store, DeliveryResult::Refused);
        add(store, DeliveryResult::Accepted);
        RefusedCount refused(store);
        QVERIFY(!refused.requests());
        refused.start();
        QTRY_COMPARE(refused.requests(), std::optional<qint64>(1));
        add(store, DeliveryResult::Refused);
        add(store, DeliveryResult::Refused);
        store.announce();
        QTRY_COMPARE(refused.requests(), std::optional<qint64>(3));
    }

    void neverTwoAtATime()
    {
        tests::FakeDeliveries store;
        store.held = true;
        RefusedCount refused(store);
        store.announce(); // before anybody asked for a number
        QCOMPARE(store.counts, 0);
        refused.start();
        for (int i = 0; i < 20; ++i)
            store.announce();
        QCOMPARE(store.counts, 1);
        add(store, DeliveryResult::Refused);
        store.releaseAll();
        QTRY_COMPARE(refused.requests(), std::optional<qint64>(1));
        QTRY_COMPARE(store.counts, 2); // what grew meanwhile is counted once
    }

    void aFailureIsAskedAgain()
    {
        tests::FakeDeliveries store;
        add(store, DeliveryResult::Refused);
        store.broken = true;
        RefusedCount refused(store);
        refused.start();
        QTRY_COMPARE(store.counts, 1);
        QCoreApplication::processEvents();
        QVERIFY(!refused.requests());
        store.broken = false;
        store.announce();
        QTRY_COMPARE(refused.requests(), std::optional<qint64>(1));
    }

private:
    static void add(tests::FakeDeliveries &store, DeliveryResult result)
    {
        DeliveryRecord record;
        record.events = result == DeliveryResult::Refused ? 0 : 1;
        store.add(record);
    }
};

QTEST_GUILESS_MAIN(TestRefusedCount)
#include "refusedcounttest.moc"
