// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/histogram.h"
#include "models/index/eventindex.h"
#include "models/index/eventquery.h"
#include "models/index/timehistogram.h"
#include "tests/index/fakestoresearch.h"
#include "tests/index/naivefilter.h"
#include "tests/index/randomfilter.h"
#include "tests/index/sampleevents.h"

#include <QSignalSpy>
#include <QTest>

#include <mutex>
#include <thread>

using namespace models;
using namespace tests;

namespace {

const std::atomic_bool notCancelled { false };

Filter filterOf(const QString &text)
{
    return Filter::parse(text).filter.value_or(Filter());
}

/// Rows of SampleEvents lie a second apart from here on.
Instant moment(qint64 id)
{
    return Instant(std::chrono::milliseconds(1'700'000'000'000 + id * 1000));
}

EventBatch batchOf(SampleEvents &events, qint64 from, qint64 to)
{
    EventBatch batch;
    for (qint64 id = from; id <= to; ++id)
        batch.rows.push_back(events.any(id));
    batch.terms = events.takeTerms();
    return batch;
}

/// The same once more, row by row.
std::vector<Histogram::Levels> naiveCounts(const EventIndex &index, const Filter &filter,
                                           Field field, const TimeBins &bins, Instant now)
{
    std::vector<Histogram::Levels> counts(static_cast<std::size_t>(bins.count()));
    for (quint32 row = 0; row < index.rows(); ++row) {
        const qint64 time = (field == Field::Received ? index.received(row) : index.time(row))
                                    .time_since_epoch()
                                    .count();
        if (!naivePasses(index, row, filter.root(), now))
            continue;
        for (std::size_t bin = 0; bin < counts.size(); ++bin) {
            if (time >= bins.edges[bin] && time < bins.edges[bin + 1])
                ++counts[bin][static_cast<std::size_t>(index.severity(row))];
        }
    }
    return counts;
}

/// Index, query and histogram with a clock that stands still.
struct Shown
{
    SampleEvents events { 3 };
    EventIndex index;
    EventQuery query { index };
    Instant clock = moment(5000);
    TimeHistogram times { query, index, nullptr, [this] { return clock; } };

    void settle()
    {
        QTRY_VERIFY(!query.busy());
        QTRY_VERIFY(!times.busy());
    }
    quint32 total() const
    {
        return Histogram::sum(times.histogram().total(0, times.histogram().bins.count()));
    }
};

} // namespace

class TestHistogram final : public QObject
{
    Q_OBJECT
private slots:
    void countsAsTheNaiveOne()
    {
        for (quint32 seed = 1; seed <= 40; ++seed) {
            SampleEvents events(seed);
            EventIndex index;
            const Filter filter = filterOf(seed == 1 ? QString() : randomExpression(events, 3));
            const Field field = seed % 2 == 0 ? Field::Received : Field::Time;
            const Instant now = moment(2000);
            const qint64 first = 1'700'000'000'000 - events.below(4) * 86'400'000LL;
            const TimeBins bins = timeBins(first, first + 60'000LL * (1 + events.below(9000)),
                                           4 + static_cast<int>(events.below(300)));
            HistogramCounter counter(filter, field, bins, now);
            TimeExtent extent(field);
            qint64 id = 1;
            for (int round = 0; round < 4; ++round) {
                const qint64 count = events.below(400);
                index.append(batchOf(events, id, id + count - 1));
                id += count;
                QVERIFY(counter.extend(index.snapshot(), notCancelled));
                extent.extend(index.snapshot());
                const Histogram histogram = counter.result();
                QVERIFY2(histogram.counts == naiveCounts(index, filter, field, bins, now),
                         qPrintable(filter.text()));
                QVERIFY(histogram.bins == bins);
            }
            for (quint32 row = 0; row < index.rows(); ++row) {
                const qint64 time =
                        (field == Field::Received ? index.received(row) : index.time(row))
                                .time_since_epoch()
                                .count();
                QVERIFY(extent.first() <= time && time <= extent.last());
            }
        }
    }

    /// A few events years away do not make one bar of all the others, and are counted.
    void farAwayTimesDoNotStretchTheAxis()
    {
        constexpr qint64 year = 365LL * 86'400'000;
        Shown shown;
        EventBatch batch = batchOf(shown.events, 1, 600);
        for (std::size_t row = 0; row < batch.rows.size(); ++row)
            batch.rows[row].time = batch.rows[row].received;
        batch.rows[10].time -= 40 * year;
        batch.rows[20].time -= 12 * year;
        batch.rows[30].time += 30 * year;
        shown.index.append(batch);
        shown.settle();
        QTRY_COMPARE(shown.total(), 600U); // all arrived
        QCOMPARE(shown.times.histogram().before, 0U);
        shown.times.setField(Field::Time);
        shown.settle();
        const Histogram &histogram = shown.times.histogram();
        QVERIFY(histogram.bins.edges.back() - histogram.bins.edges.front() < year / 12);
        QCOMPARE(histogram.before, 2U);
        QCOMPARE(histogram.after, 1U);
        QCOMPARE(shown.total(), 597U);
        // Who chooses a range there sees it.
        shown.times.select(moment(0).time_since_epoch().count() - 13 * year,
                           moment(0).time_since_epoch().count() - 11 * year);
        shown.settle();
        QVERIFY(histogram.bins.edges.front() < moment(0).time_since_epoch().count() - 12 * year);
        QCOMPARE(shown.times.chosenField(), Field::Time);
    }

    void fewOrEvenTimesAreNotCut()
    {
        constexpr qint64 year = 365LL * 86'400'000;
        for (const qint64 count : { 3, 400 }) {
            Shown shown;
            EventBatch batch = batchOf(shown.events, 1, count);
            for (std::size_t row = 0; row < batch.rows.size(); ++row)
                batch.rows[row].time = batch.rows[row].received - qint64(row) * 20 * year / count;
            shown.index.append(batch);
            shown.times.setField(Field::Time);
            shown.settle();
            QTRY_COMPARE(shown.total(), quint32(count));
        }
    }

    void theSampleStaysBounded()
    {
        SampleEvents events(5);
        EventIndex index;
        TimeExtent extent(Field::Time);
        qint64 id = 1;
        for (int round = 0; round < 20; ++round) {
            EventBatch batch = batchOf(events, id, id + 2999);
            for (EventRow &row : batch.rows)
                row.time = row.received;
            id += 3000;
            batch.rows[7].time = 1000;
            index.append(batch);
            extent.extend(index.snapshot());
            QCOMPARE(extent.first(), 1000);
            QVERIFY(extent.central().first > 1'600'000'000'000);
            QVERIFY(extent.last() - extent.central().last < 3'600'000);
        }
    }

    void countsSnapshotsWhileTheIndexGrows()
    {
        SampleEvents events(7);
        EventIndex index;
        index.append(batchOf(events, 1, 1000));
        const TimeBins bins = timeBins(1'700'000'000'000, 1'700'200'000'000, 100);
        const Filter filter = filterOf(QStringLiteral("severity>=medium certificate"));
        HistogramCounter counter(filter, Field::Received, bins, moment(0));
        std::atomic_bool more { true };
        std::mutex handing;
        IndexSnapshot handed = index.snapshot();
        std::thread counting([&] {
            while (more) {
                IndexSnapshot snapshot;
                {
                    const std::lock_guard lock(handing);
                    snapshot = handed;
                }
                counter.extend(snapshot, notCancelled);
            }
        });
        for (qint64 id = 1001; id < 140'000; id += 2000) { // over two ends of a segment
            index.append(batchOf(events, id, id + 1999));
            const std::lock_guard lock(handing);
            handed = index.snapshot();
        }
        more = false;
        counting.join();
        counter.extend(index.snapshot(), notCancelled);
        QVERIFY(counter.result().counts
                == naiveCounts(index, filter, Field::Received, bins, moment(0)));
    }

    void givesUpAndGoesOn()
    {
        SampleEvents events(8);
        EventIndex index;
        index.append(batchOf(events, 1, 20'000));
        const TimeBins bins = timeBins(1'700'000'000'000, 1'700'020'000'000, 50);
        HistogramCounter counter({}, Field::Received, bins, moment(0));
        const std::atomic_bool cancelled { true };
        QVERIFY(!counter.extend(index.snapshot(), cancelled));
        QVERIFY(counter.extend(index.snapshot(), notCancelled));
        QCOMPARE(Histogram::sum(counter.result().total(0, bins.count())), 20'000U);
    }

    void followsFilterAndArrivals()
    {
        Shown shown;
        QVERIFY(shown.times.isEmpty());
        shown.index.append(batchOf(shown.events, 1, 1000));
        shown.settle();
        QTRY_COMPARE(shown.total(), 1000U);
        shown.query.setFilter(filterOf(QStringLiteral("severity:urgent")));
        shown.settle();
        QTRY_COMPARE(shown.total(), static_cast<quint32>(shown.query.rows().size()));
        shown.index.append(batchOf(shown.events, 1001, 1500));
        QTRY_COMPARE(shown.total(), static_cast<quint32>(shown.query.rows().size()));
        // Its own range does not empty the rest of the axis.
        const quint32 all = shown.total();
        shown.times.select(moment(300).time_since_epoch().count(),
                           moment(900).time_since_epoch().count());
        shown.settle();
        QVERIFY(shown.query.rows().size() < all);
        QTRY_VERIFY(shown.total() > shown.query.rows().size());
        const auto selection = shown.times.selection();
        QVERIFY(selection);
        QCOMPARE(selection->range.first, moment(300).time_since_epoch().count());
        QVERIFY(shown.query.filter().text().startsWith(
                QLatin1String("severity:urgent received>=")));
        shown.times.selectAll();
        QCOMPARE(shown.query.filter().text(), QStringLiteral("severity:urgent"));
        shown.settle();
        QTRY_COMPARE(shown.total(), all);
    }

    void aRangeIntoTheFutureStaysOpen()
    {
        Shown shown;
        shown.times.select(moment(4000).time_since_epoch().count(),
                           moment(6000).time_since_epoch().count());
        QVERIFY(!shown.query.filter().text().contains(QLatin1Char('<')));
        QCOMPARE(shown.times.selection()->range.last, std::numeric_limits<qint64>::max());
    }

    void typedRangesChooseTheColumn()
    {
        Shown shown;
        QCOMPARE(shown.times.field(), Field::Received);
        shown.query.setFilter(filterOf(QStringLiteral("age<3d")));
        QCOMPARE(shown.times.field(), Field::Time);
        QVERIFY(shown.times.selection());
        shown.query.setFilter(filterOf(QStringLiteral("age<3d received>=1h")));
        QCOMPARE(shown.times.field(), Field::Received);
        shown.query.setFilter({});
        QCOMPARE(shown.times.field(), Field::Received);
        shown.times.selectSince(QStringLiteral("7d"));
        QCOMPARE(shown.query.filter().text(), QStringLiteral("received>=7d"));
        shown.times.setField(Field::Time);
        QCOMPARE(shown.query.filter().text(), QStringLiteral("time>=7d"));
        QCOMPARE(shown.times.field(), Field::Time);
        shown.times.selectAll();
        QCOMPARE(shown.times.field(), Field::Time);
    }

    void agesAreJudgedAgainAsTimePasses()
    {
        Shown shown;
        shown.index.append(batchOf(shown.events, 1, 100));
        shown.settle();
        QSignalSpy judged(&shown.query, &EventQuery::countsChanged);
        shown.times.tick();
        shown.settle();
        QCOMPARE(judged.size(), 0); // nothing moves
        shown.query.setFilter(filterOf(QStringLiteral("received>=1h")));
        QTRY_COMPARE(judged.size(), 1);
        shown.times.tick();
        QTRY_COMPARE(judged.size(), 2);
    }

    void countsWhatTheStoreSays()
    {
        SampleEvents events(11);
        EventIndex index;
        FakeStoreSearch store;
        index.append(batchOf(events, 1, 300));
        for (qint64 id = 1; id <= 300; ++id)
            store.bodies[id] = QByteArray("{\"data\":{\"n\":") + QByteArray::number(id % 4) + "}}";
        EventQuery query(index, store);
        TimeHistogram times(query, index, nullptr, [] { return moment(5000); });
        query.setFilter(filterOf(QStringLiteral("data.n:1")));
        const auto counted = [&] {
            while (store.isAsked())
                store.step(events);
            return Histogram::sum(times.histogram().total(0, times.histogram().bins.count()));
        };
        QTRY_COMPARE(counted(), 75U);
        QCOMPARE(query.rows().size(), std::size_t { 75 });
    }

    void goesAwayWhileCounting()
    {
        SampleEvents events(9);
        EventIndex index;
        index.append(batchOf(events, 1, 3000));
        EventQuery query(index);
        for (int i = 0; i < 20; ++i) {
            TimeHistogram times(query, index);
            times.setMostBins(10 + i);
        }
        QCoreApplication::processEvents();
    }
};

QTEST_GUILESS_MAIN(TestHistogram)
#include "histogramtest.moc"
