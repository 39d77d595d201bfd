// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/items/deliverybench.h"

#include <QLocale>
#include <QSignalSpy>

using namespace models;
using namespace tests;
using namespace std::chrono_literals;

namespace {

/// Refused requests that are alike are one row.
class DeliveryStormsTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

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
};

} // namespace

QTEST_GUILESS_MAIN(DeliveryStormsTest)
#include "deliverystormstest.moc"
