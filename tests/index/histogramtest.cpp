// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/histogram.h"
#include "models/index/eventindex.h"
#include "models/index/eventquery.h"
#include "models/index/timehistogram.h"
#include "tests/index/naivefilter.h"
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
        QSignalSpy replaced(&shown.query, &EventQuery::rowsReplaced);
        shown.times.tick();
        shown.settle();
        QCOMPARE(replaced.size(), 0); // nothing moves
        shown.query.setFilter(filterOf(QStringLiteral("received>=1h")));
        QTRY_COMPARE(replaced.size(), 1);
        shown.times.tick();
        QTRY_COMPARE(replaced.size(), 2);
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
