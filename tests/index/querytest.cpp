// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/eventindex.h"
#include "models/index/eventquery.h"
#include "models/index/latestjob.h"
#include "tests/index/naivefilter.h"
#include "tests/index/sampleevents.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>

using namespace models;
using namespace tests;

namespace {

Filter filterOf(const char *text)
{
    return *Filter::parse(QString::fromUtf8(text)).filter;
}

void arrive(EventIndex &index, SampleEvents &events, qint64 from, qint64 to)
{
    EventBatch batch;
    for (qint64 id = from; id <= to; ++id)
        batch.rows.push_back(events.any(id));
    batch.terms = events.takeTerms();
    index.append(batch);
}

/// Rows and counts are those of a fresh scan.
bool whole(const EventIndex &index, const EventQuery &query)
{
    if (query.rows() != naiveRows(index, query.filter(), query.order(), now()))
        return false;
    for (std::size_t facet = 0; facet < facetCount; ++facet) {
        const auto field = static_cast<Field>(facet);
        const auto rows = naiveRows(
                index, query.filter().withValues(field, {}).withExcluded(field, {}), {}, now());
        qsizetype sum = 0;
        qsizetype total = 0;
        qsizetype open = 0;
        for (const FacetValue &value : query.facet(field)) {
            sum += value.matching;
            total += value.total;
            open += value.open;
        }
        const auto isOpen = [&](quint32 row) { return index.status(row) == Status::Open; };
        if (sum != static_cast<qsizetype>(rows.size()) || total != index.rows()
            || open != std::count_if(rows.begin(), rows.end(), isOpen))
            return false;
    }
    return true;
}

} // namespace

class TestQuery final : public QObject
{
    Q_OBJECT
private slots:
    void newestFilterWins()
    {
        SampleEvents events(1);
        EventIndex index;
        arrive(index, events, 1, 500);
        EventQuery query(index);
        QTRY_VERIFY(!query.busy());
        QSignalSpy replaced(&query, &EventQuery::rowsReplaced);
        query.setFilter(filterOf("severity:urgent"));
        query.setFilter(filterOf("status:open"));
        query.setFilter(filterOf("certificate -product:mobile"));
        QVERIFY(query.busy());
        QTRY_VERIFY(!query.busy());
        QCOMPARE(replaced.size(), 1);
        QVERIFY(!query.rows().empty());
        QVERIFY(whole(index, query));
        // The same again is no news.
        query.setFilter(filterOf("certificate   -product:mobile"));
        QVERIFY(!query.busy());
    }

    void arrivalsDuringAScanAreMerged()
    {
        SampleEvents events(2);
        EventIndex index;
        arrive(index, events, 1, 300);
        EventQuery query(index);
        QTRY_VERIFY(!query.busy());
        query.setOrder({ Order::Key::Title, false });
        query.setFilter(filterOf("policy:tls"));
        // No event loop has run: the scan knows 300 rows, its result comes after these.
        arrive(index, events, 301, 420);
        QVERIFY(query.busy());
        QTRY_VERIFY(!query.busy());
        QVERIFY(whole(index, query));
        QVERIFY(std::any_of(query.rows().begin(), query.rows().end(),
                            [](quint32 row) { return row >= 300; }));
    }

    void arrivalsAreInsertedInOrder_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<bool>("descending");
        for (int key = 0; key < 9; ++key) {
            QTest::addRow("%d descending", key) << key << true;
            QTest::addRow("%d ascending", key) << key << false;
        }
    }
    void arrivalsAreInsertedInOrder()
    {
        QFETCH(int, key);
        QFETCH(bool, descending);
        SampleEvents events(5);
        EventIndex index;
        EventQuery query(index);
        query.setOrder({ static_cast<Order::Key>(key), descending });
        query.setFilter(filterOf("-status:none severity:urgent,high,low"));
        QTRY_VERIFY(!query.busy());
        qsizetype inserted = 0;
        connect(&query, &EventQuery::aboutToInsertRows, this, [&](int first, int last) {
            QVERIFY(first >= 0 && last >= first && first <= static_cast<int>(query.rows().size()));
            inserted += last - first + 1;
        });
        qint64 id = 1;
        for (int round = 0; round < 30; ++round) {
            const qint64 count = 1 + events.below(6);
            arrive(index, events, id, id + count - 1);
            id += count;
            QVERIFY(whole(index, query));
        }
        QCOMPARE(inserted, static_cast<qsizetype>(query.rows().size()));
        for (std::size_t row = 0; row < query.rows().size(); ++row)
            QCOMPARE(query.rowOf(query.rows()[row]), static_cast<int>(row));
        disconnect(&query, nullptr, this, nullptr);
        QSignalSpy replaced(&query, &EventQuery::rowsReplaced);
        arrive(index, events, id, id + 999);
        QVERIFY(whole(index, query));
        // Rows that fall between many others are one reset; few runs are inserted one by one.
        const bool scattered = key == static_cast<int>(Order::Key::Title)
                || key == static_cast<int>(Order::Key::Asset);
        QCOMPARE(replaced.size(), scattered ? 1 : 0);
    }

    void repeatsTouchTheShownRow()
    {
        SampleEvents events(1);
        EventIndex index;
        arrive(index, events, 1, 10);
        EventQuery query(index);
        QTRY_VERIFY(!query.busy());
        QSignalSpy touched(&query, &EventQuery::rowsTouched);
        EventBatch batch;
        batch.repeats = { { 1, 4, 1'800'000'000'000 }, { 2, 5, 5 }, { 3, 4, 6 }, { 4, 77, 7 } };
        index.append(batch);
        index.append(batch); // read twice, counted once
        QCOMPARE(touched.size(), 1);
        QCOMPARE(touched.at(0).at(0).toInt(), 5); // newest first: id 5, then id 4
        QCOMPARE(touched.at(0).at(1).toInt(), 6);
        QCOMPARE(index.deliveries(4), 3);
        QCOMPARE(index.deliveries(5), 2);
        QCOMPARE(index.deliveries(6), 1);
        QCOMPARE(index.deliveries(77), 2); // not loaded yet
        QCOMPARE(index.lastReceived(3), Instant(std::chrono::milliseconds(1'800'000'000'000)));
        QCOMPARE(index.lastReceived(4), index.received(4));
    }

    void facetsTellWhatIsSelected()
    {
        SampleEvents events(4);
        EventIndex index;
        arrive(index, events, 1, 400);
        EventQuery query(index);
        query.setFilter(filterOf("product:api group:nowhere"));
        QTRY_VERIFY(!query.busy());
        for (const FacetValue &value : query.facet(Field::Product))
            QCOMPARE(value.selected, value.value.startsWith(QLatin1String("API_")));
        bool nowhere = false;
        for (const FacetValue &value : query.facet(Field::Group))
            nowhere = nowhere || (value.value == QLatin1String("nowhere") && value.selected);
        QVERIFY(nowhere);
        for (const FacetValue &value : query.facet(Field::Group))
            QVERIFY(value.value != QLatin1String("eu*"));
        query.setFilter(filterOf("severity>=high"));
        QTRY_VERIFY(!query.busy());
        for (const FacetValue &value : query.facet(Field::Severity)) {
            QCOMPARE(value.selected,
                     value.value == QLatin1String("high")
                             || value.value == QLatin1String("urgent"));
            QVERIFY(value.matching > 0);
        }
    }

    void latestJobDropsStaleResults()
    {
        LatestJob jobs;
        QSemaphore entered;
        QSemaphore go;
        QStringList delivered;
        std::atomic_bool sawCancel { false };
        jobs.start([&](const std::atomic_bool &cancelled) -> LatestJob::Deliver {
            entered.release();
            go.acquire();
            sawCancel = cancelled.load();
            return [&] { delivered.append(QStringLiteral("first")); };
        });
        entered.acquire();
        jobs.start([&](const std::atomic_bool &) -> LatestJob::Deliver {
            return [&] { delivered.append(QStringLiteral("second")); };
        });
        jobs.start([&](const std::atomic_bool &) -> LatestJob::Deliver {
            return [&] { delivered.append(QStringLiteral("third")); };
        });
        go.release();
        QTRY_VERIFY(!jobs.busy());
        QVERIFY(sawCancel);
        QCOMPARE(delivered, QStringList { QStringLiteral("third") });
    }

    void goesAwayWhileScanning()
    {
        SampleEvents events(1);
        EventIndex index;
        arrive(index, events, 1, 2000);
        for (int i = 0; i < 20; ++i) {
            EventQuery query(index);
            query.setFilter(filterOf("certificate"));
        }
        QCoreApplication::processEvents();
    }
};

QTEST_GUILESS_MAIN(TestQuery)
#include "querytest.moc"
