// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/deliverytext.h"
#include "tests/items/deliverybench.h"

#include <QLocale>
#include <QSignalSpy>

using namespace models;
using namespace tests;
using namespace std::chrono_literals;

namespace {

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
