// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/deliveriesmodel.h"
#include "models/items/deliveryfacet.h"
#include "models/items/deliveryquery.h"
#include "models/items/deliverytext.h"
#include "tests/support/fakedeliveries.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

using namespace models;
using namespace std::chrono_literals;

namespace {

constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::Fatal;

DeliveryRecord accepted(int events = 1)
{
    DeliveryRecord record;
    record.received = now();
    record.peer = QStringLiteral("127.0.0.1");
    record.path = QStringLiteral("/webhook");
    record.size = 1800;
    record.events = events;
    record.took = 310us;
    return record;
}

DeliveryRecord refused(int status = 401, const char *peer = "203.0.113.7", Instant received = now())
{
    DeliveryRecord record;
    record.received = received;
    record.peer = QLatin1String(peer);
    record.path = QStringLiteral("/webhook");
    record.status = status;
    record.cause = QStringLiteral("wrong token");
    record.took = 40us;
    return record;
}

/// Everything over one archive, each model under a tester.
struct Bench
{
    tests::FakeDeliveries archive;
    DeliveryQuery query { archive };
    DeliveriesModel model { query };
    DeliveryFacet results { query, DeliveryFacet::Field::Result };
    DeliveryFacet peers { query, DeliveryFacet::Field::Peer };
    DeliveryFacet causes { query, DeliveryFacet::Field::Cause };
    QAbstractItemModelTester testers[4] { QAbstractItemModelTester(&model, fatal),
                                          QAbstractItemModelTester(&results, fatal),
                                          QAbstractItemModelTester(&peers, fatal),
                                          QAbstractItemModelTester(&causes, fatal) };

    void add(int count)
    {
        for (int i = 0; i < count; ++i)
            archive.add(accepted());
    }
    qint64 idAt(int row) const
    {
        return model.index(row, 0).data(DeliveriesModel::IdRole).toLongLong();
    }
    QString text(int row, int column) const { return model.index(row, column).data().toString(); }
    void start()
    {
        query.setActive(true);
        QTRY_COMPARE(model.state(), DeliveriesModel::State::Ready);
    }
};

class DeliveriesModelTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void readsOnlyWhenLookedAt()
    {
        Bench bench;
        bench.add(3);
        bench.archive.announce();
        QTest::qWait(20);
        QCOMPARE(bench.archive.olderReads + bench.archive.newerReads + bench.archive.counts, 0);
        bench.start();
        QCOMPARE(bench.model.rowCount(), 3);
        QCOMPARE(bench.idAt(0), 3);
        bench.query.setActive(false);
        bench.add(2);
        bench.archive.announce();
        QTest::qWait(300);
        QCOMPARE(bench.model.rowCount(), 3);
        bench.query.setActive(true); // what came meanwhile is read
        QTRY_COMPARE(bench.model.rowCount(), 5);
        QCOMPARE(bench.idAt(0), 5);
    }

    void olderPagesFollow()
    {
        Bench bench;
        bench.add(1234);
        bench.start();
        while (bench.model.rowCount() < 1234) { // the tester asks for more, too
            const int before = bench.model.rowCount();
            bench.model.fetchMore({});
            QVERIFY(!bench.model.canFetchMore({})); // one at a time
            QTRY_VERIFY(bench.model.rowCount() > before);
            QVERIFY(bench.model.rowCount() <= before + DeliveriesModel::page);
        }
        QCOMPARE(bench.archive.olderReads, 3);
        QVERIFY(!bench.model.canFetchMore({}));
        for (int row = 0; row < 1234; ++row)
            QCOMPARE(bench.idAt(row), 1234 - row);
        QCOMPARE(bench.model.rowOf(1), 1233);
        QCOMPARE(bench.model.rowOf(9999), -1);
    }

    void growthIsOneInsertAndThrottled()
    {
        Bench bench;
        bench.add(10);
        bench.start();
        QSignalSpy inserted(&bench.model, &QAbstractItemModel::rowsInserted);
        const int before = bench.archive.newerReads;
        QElapsedTimer time;
        time.start();
        for (int burst = 0; burst < 20; ++burst) {
            bench.add(7);
            bench.archive.announce();
            QTest::qWait(20);
        }
        QTRY_COMPARE(bench.model.rowCount(), 150);
        const int reads = bench.archive.newerReads - before;
        QVERIFY2(reads <= 2 + int(time.elapsed() / 250), qPrintable(QString::number(reads)));
        QVERIFY(inserted.size() <= reads);
        for (int row = 0; row < 150; ++row)
            QCOMPARE(bench.idAt(row), 150 - row);
    }

    void catchesUpWithMoreThanAPage()
    {
        Bench bench;
        bench.add(10);
        bench.start();
        bench.add(1600);
        bench.archive.announce();
        QTRY_COMPARE(bench.model.rowCount(), 1610);
        QCOMPARE(bench.idAt(0), 1610);
        bench.add(12000); // too far behind: begins anew with the newest
        bench.archive.announce();
        QTRY_COMPARE(bench.idAt(0), 13610);
        QCOMPARE(bench.model.rowCount(), DeliveriesModel::page);
    }

    void staleAnswersAreLeftAside()
    {
        Bench bench;
        bench.add(4);
        bench.archive.add(refused());
        bench.archive.held = true;
        bench.query.setActive(true);
        DeliveryFilter filter;
        filter.results = DeliveryResult::Refused;
        bench.query.setFilter(filter);
        // The answer to the newer question comes first, then those nobody waits for.
        while (bench.archive.waiting() > 0)
            bench.archive.release(true);
        QCOMPARE(bench.model.rowCount(), 1);
        QCOMPARE(bench.idAt(0), 5);
        QCOMPARE(bench.query.counts().requests, 1);
        bench.query.setFilter({});
        QCOMPARE(bench.model.rowCount(), 1); // what was there stays until the answer comes
        bench.archive.releaseAll();
        QCOMPARE(bench.model.rowCount(), 5);
    }

    void aPageUnderWayWhileTheFilterChanges()
    {
        Bench bench;
        bench.add(900);
        bench.start();
        bench.archive.held = true;
        bench.model.fetchMore({});
        DeliveryFilter filter;
        filter.peer = QStringLiteral("203.0.113.7");
        bench.query.setFilter(filter);
        bench.archive.releaseAll();
        QCOMPARE(bench.model.rowCount(), 0);
        QCOMPARE(bench.model.state(), DeliveriesModel::State::Ready);
    }

    void timesThatBecomeKnown()
    {
        Bench bench;
        bench.add(5);
        for (const int late : { 1, 3 })
            bench.archive.records[late].took.reset();
        bench.start();
        QCOMPARE(bench.text(1, DeliveriesModel::Took), QString(QChar(0x2013)));
        bench.archive.records[1].took = 250us;
        bench.archive.records[3].took = 12345us;
        bench.archive.announce();
        QTRY_COMPARE(bench.text(1, DeliveriesModel::Took), QStringLiteral("12 ms"));
        QCOMPARE(bench.text(3, DeliveriesModel::Took), QStringLiteral("0.25 ms"));
        const int reads = bench.archive.olderReads;
        bench.archive.announce(); // all are known: nothing is read twice
        QTest::qWait(300);
        QCOMPARE(bench.archive.olderReads, reads);
    }

    void stormsAreOneRow()
    {
        Bench bench;
        const Instant start = now() - 20min;
        bench.archive.add(accepted());
        for (int i = 0; i < 40; ++i)
            bench.archive.add(refused(401, "203.0.113.7", start + i * 1s));
        DeliveryRecord folded = refused(401, "203.0.113.7", start + 1min);
        folded.count = 1000;
        bench.archive.add(folded);
        bench.archive.add(refused(401, "198.51.100.2"));
        bench.start();
        QCOMPARE(bench.model.rowCount(), 3);
        QCOMPARE(bench.model.row(1).record.count, 1040);
        QCOMPARE(bench.model.row(1).since, start);
        QCOMPARE(bench.model.rowOf(20), 1);
        QVERIFY(bench.text(1, DeliveriesModel::Cause)
                        .startsWith(QStringLiteral("wrong token (×1,040 since ")));
        // It goes on: the row grows, no other comes.
        bench.archive.add(refused(401, "198.51.100.2"));
        QSignalSpy changed(&bench.model, &QAbstractItemModel::dataChanged);
        bench.archive.announce();
        QTRY_COMPARE(bench.model.row(0).record.count, 2);
        QCOMPARE(bench.model.rowCount(), 3);
        QVERIFY(!changed.isEmpty());
    }

    void whatIsNoStorm()
    {
        Bench bench;
        const Instant late = now();
        bench.archive.add(refused(401, "203.0.113.7", late - 61min));
        bench.archive.add(refused()); // more than an hour later
        bench.archive.add(refused(413)); // another status
        DeliveryRecord kept = refused(400);
        kept.refused = 1; // its bytes are kept: it stands for itself
        bench.archive.add(kept);
        bench.archive.add(kept);
        bench.add(2);
        bench.start();
        QCOMPARE(bench.model.rowCount(), 7);
    }

    void aStormOverThePagesEdge()
    {
        Bench bench;
        for (int i = 0; i < 700; ++i)
            bench.archive.add(refused());
        bench.start();
        QTRY_COMPARE(bench.model.row(0).record.count, 700); // reads on where a page is one row
        QCOMPARE(bench.model.rowCount(), 1);
    }

    void onlySoManyAreHeld()
    {
        Bench bench;
        bench.add(DeliveriesModel::mostRows + 700);
        bench.start();
        while (bench.model.canFetchMore({})) {
            bench.model.fetchMore({});
            QTRY_VERIFY(bench.model.canFetchMore({}) || bench.model.rowOf(1) >= 0);
        }
        QCOMPARE(bench.model.rowCount(), DeliveriesModel::mostRows);
        QVERIFY(bench.model.isDetached());
        QCOMPARE(bench.idAt(bench.model.rowCount() - 1), 1);
        bench.add(1);
        bench.archive.announce();
        QTest::qWait(50);
        QCOMPARE(bench.model.rowCount(), DeliveriesModel::mostRows);
        bench.model.restart();
        QTRY_VERIFY(!bench.model.isDetached());
        QCOMPARE(bench.idAt(0), DeliveriesModel::mostRows + 701);
    }

    void failureAndRecovery()
    {
        Bench bench;
        bench.add(2);
        bench.archive.broken = true;
        bench.query.setActive(true);
        QTRY_COMPARE(bench.model.state(), DeliveriesModel::State::Failed);
        QCOMPARE(bench.model.problem(), QStringLiteral("The disk is gone."));
        bench.archive.broken = false;
        bench.archive.announce();
        QTRY_COMPARE(bench.model.rowCount(), 2);
        QVERIFY(bench.model.problem().isEmpty());
        // A failure later leaves what is shown.
        bench.archive.broken = true;
        bench.add(1);
        bench.archive.announce();
        QTRY_VERIFY(!bench.model.problem().isEmpty());
        QCOMPARE(bench.model.rowCount(), 2);
        bench.archive.broken = false;
        bench.archive.announce();
        QTRY_COMPARE(bench.model.rowCount(), 3);
        QVERIFY(bench.model.problem().isEmpty());
    }

    void countsUnderTheFilterAndInAll()
    {
        Bench bench;
        bench.add(3);
        DeliveryRecord storm = refused();
        storm.count = 50;
        bench.archive.add(storm);
        bench.start();
        QTRY_COMPARE(bench.query.total(), std::optional<qint64>(53));
        QTRY_COMPARE(bench.causes.rowCount(), 1);
        QCOMPARE(bench.results.rowCount(), 4);
        QCOMPARE(bench.peers.rowCount(), 2);
        QVERIFY(bench.results.setData(bench.results.index(3), Qt::Checked, Qt::CheckStateRole));
        QTRY_COMPARE(bench.query.counts().requests, 50);
        QCOMPARE(bench.query.total(), std::optional<qint64>(53));
        QCOMPARE(bench.results.index(0).data(FacetList::MatchingRole).toInt(), 3);
        QVERIFY(bench.peers.setData(bench.peers.index(0), Qt::Checked, Qt::CheckStateRole));
        QTRY_COMPARE(bench.model.rowCount(), 1);
        bench.results.selectOnly(0);
        QTRY_COMPARE(bench.model.rowCount(), 0);
        // What is chosen stays in sight although nothing fits.
        QCOMPARE(bench.peers.index(0).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
        bench.results.clear();
        bench.peers.clear();
        QCOMPARE(bench.query.filter(), DeliveryFilter {});
        for (DeliveryFacet *facet : { &bench.results, &bench.peers, &bench.causes })
            facet->sortRows();
        QTRY_COMPARE(bench.model.rowCount(), 4);
    }

    void countingIsBounded()
    {
        Bench bench;
        bench.add(1);
        bench.start();
        QTRY_COMPARE(bench.archive.counts, 1);
        for (int i = 0; i < 30; ++i) {
            bench.archive.announce();
            QTest::qWait(10);
        }
        QVERIFY(bench.archive.counts <= 2);
    }

    void words()
    {
        DeliveryRecord record = accepted(3);
        record.repeated = 1;
        QCOMPARE(storedText(record), QStringLiteral("3 new · 1 repeated"));
        QCOMPARE(resultText(record.result()), QStringLiteral("Accepted"));
        record.refused = 1200;
        QCOMPARE(storedText(record), QStringLiteral("3 new · 1 repeated · 1,200 refused"));
        QCOMPARE(resultText(record.result()), QStringLiteral("Partly accepted"));
        QCOMPARE(storedText(refused()), QString(QChar(0x2013)));
        QCOMPARE(tookText(310us), QStringLiteral("0.31 ms"));
        QCOMPARE(tookText(1400ms), QStringLiteral("1.4 s"));
        QCOMPARE(tookText({}), QString(QChar(0x2013)));
        QCOMPARE(bytesText(2100), QStringLiteral("2.1 kB"));
        QCOMPARE(httpStatusText(401), QStringLiteral("401 Unauthorized"));
        QCOMPARE(httpStatusText(299), QStringLiteral("299"));
        DeliveryRecord odd = refused();
        odd.cause = QStringLiteral("a\nb\u202e<b>");
        const QString cell = deliveryCause(odd);
        QVERIFY(!cell.contains(QChar(u'\n')) && !cell.contains(QChar(0x202e)));
    }

private:
    static QString deliveryCause(const DeliveryRecord &record)
    {
        Bench bench;
        bench.archive.add(record);
        bench.query.setActive(true);
        (void)QTest::qWaitFor([&] { return bench.model.rowCount() == 1; });
        return bench.text(0, DeliveriesModel::Cause);
    }
};

} // namespace

QTEST_GUILESS_MAIN(DeliveriesModelTest)
#include "deliveriesmodeltest.moc"
