// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/scan.h"
#include "models/index/facetvalues.h"
#include "models/index/filterwords.h"
#include "models/index/judging.h"
#include "tests/index/naivefilter.h"
#include "tests/index/randomfilter.h"
#include "tests/index/sampleevents.h"

#include <QScopeGuard>
#include <QTest>
#include <QThreadPool>

#include <algorithm>
#include <numeric>

using namespace models;
using namespace tests;

namespace {

const std::atomic_bool notCancelled { false };

EventBatch batchOf(SampleEvents &events, EventBatch::Kind kind, qint64 from, qint64 to)
{
    EventBatch batch;
    batch.kind = kind;
    const qint64 step = from <= to ? 1 : -1;
    for (qint64 id = from; id != to + step; id += step)
        batch.rows.push_back(events.any(id));
    batch.terms = events.takeTerms();
    return batch;
}

/// Newest page, older ones, live ones between them, as at a real start.
void fill(EventIndex &index, SampleEvents &events)
{
    index.append(batchOf(events, EventBatch::Kind::Older, 5000, 4850));
    index.append(batchOf(events, EventBatch::Kind::Newer, 5001, 5003));
    index.append(batchOf(events, EventBatch::Kind::Older, 4849, 4700));
    index.append(batchOf(events, EventBatch::Kind::Newer, 5004, 5040));
    decideAtRandom(index, events); // those that follow are counted by it
    index.append(batchOf(events, EventBatch::Kind::Older, 4699, 4600));
}

Instant nowOf(const EventIndex &index)
{
    Instant latest {};
    for (quint32 row = 0; row < index.rows(); ++row)
        latest = std::max(latest, index.received(row));
    return latest + std::chrono::hours(20);
}

ScanResult scanned(const EventIndex &index, const Filter &filter, Order order, Ranks &ranks,
                   Instant now)
{
    RowMatcher matcher(filter, now);
    return scan(index.snapshot(), matcher, order, ranks, notCancelled);
}

/// By what the language calls a value: rows, and open ones among them.
using Counts = QHash<QString, std::pair<quint32, quint32>>;

QString naiveValue(const EventIndex &index, Field field, quint32 row)
{
    switch (field) {
    case Field::Severity:
        return severityKey(index.severity(row));
    case Field::Status:
        return statusKey(index.status(row));
    case Field::Family:
        return familyKey(index.family(row));
    case Field::Triage:
        return naiveStanding(index, row);
    default:
        return literalValue(index.text(*facetColumn(field), row));
    }
}

Counts naiveCounts(const EventIndex &index, Field field, const std::vector<quint32> &rows)
{
    Counts counts;
    for (const quint32 row : rows) {
        auto &[all, open] = counts[naiveValue(index, field, row)];
        ++all;
        open += index.status(row) == Status::Open ? 1 : 0;
    }
    return counts;
}

Counts countsOf(const EventIndex &index, Field field, const FacetCounts &matching)
{
    Counts counts;
    const QList<FacetCount> &facet = matching[static_cast<std::size_t>(field)];
    for (qsizetype number = 0; number < facet.size(); ++number) {
        if (facet[number].matching > 0)
            counts.insert(facetValueName(index, field, number),
                          { facet[number].matching, facet[number].open });
    }
    return counts;
}

} // namespace

class TestScan final : public QObject
{
    Q_OBJECT
private slots:
    void equalsNaiveFilter()
    {
        for (quint32 seed = 1; seed <= 2; ++seed) {
            SampleEvents events(seed);
            EventIndex index;
            fill(index, events);
            const Instant now = nowOf(index);
            Ranks ranks;
            qsizetype hits = 0;
            for (int round = 0; round < 120; ++round) {
                if (round % 40 == 20)
                    decideAtRandom(index, events);
                const QString text = randomExpression(events, 3);
                const Filter::Parsed parsed = Filter::parse(text);
                QVERIFY2(parsed.filter, qPrintable(text + parsed.problem.text));
                const Order order { static_cast<Order::Key>(round % 9), events.below(2) == 0 };
                const ScanResult result = scanned(index, *parsed.filter, order, ranks, now);
                QVERIFY2(result.rows == naiveRows(index, *parsed.filter, order, now),
                         qPrintable(text));
                hits += result.rows.empty() ? 0 : 1;
                for (std::size_t facet = 0; facet < facetCount; ++facet) {
                    const auto field = static_cast<Field>(facet);
                    const Filter others =
                            parsed.filter->withValues(field, {}).withExcluded(field, {});
                    QVERIFY2(
                            countsOf(index, field, result.matching)
                                    == naiveCounts(index, field, naiveRows(index, others, {}, now)),
                            qPrintable(text + QLatin1Char(' ') + fieldName(field)));
                }
            }
            QVERIFY2(hits > 40, "the filters have to hit something for the test to mean anything");
        }
    }

    void severalSegments()
    {
        SampleEvents events(7);
        EventIndex index;
        for (qint64 id = 132'000; id > 0; id -= 4000)
            index.append(batchOf(events, EventBatch::Kind::Older, id, id - 3999));
        QCOMPARE(index.rows(), 132'000U);
        decideAtRandom(index, events);
        const Instant now = nowOf(index);
        Ranks ranks;
        const Filter filter =
                *Filter::parse(QStringLiteral("severity>=high policy:tls asset:shop1*")).filter;
        for (const auto key : { Order::Key::Received, Order::Key::Title, Order::Key::Time }) {
            const Order order { key, true };
            const std::vector<quint32> rows = scanned(index, filter, order, ranks, now).rows;
            QVERIFY(rows.size() > 100);
            QVERIFY(rows == naiveRows(index, filter, order, now));
        }
        // Few rows, nearly all, and facets whose own clauses hide the most or nothing.
        for (const char *const text :
             { "-policy:tls", "-policy:tls triage:acknowledged", "policy:tls -triage:new",
               "-triage:snoozed",
               "-group:nowhere -product:api family:violation,finding,user -hosted_on:amazon "
               "-discovered_via:none -asset:shop1 -type:odd severity<urgent -status:closed" }) {
            const Filter clauses = *Filter::parse(QString::fromUtf8(text)).filter;
            const ScanResult result = scanned(index, clauses, {}, ranks, now);
            for (const Field field : { Field::Group, Field::Policy, Field::Asset, Field::Triage }) {
                const Filter others = clauses.withValues(field, {}).withExcluded(field, {});
                QVERIFY2(countsOf(index, field, result.matching)
                                 == naiveCounts(index, field, naiveRows(index, others, {}, now)),
                         qPrintable(QLatin1String(text) + QLatin1Char(' ') + fieldName(field)));
            }
        }
    }

    void oddIdsAndExtremes()
    {
        SampleEvents events(3);
        EventIndex index;
        EventBatch batch;
        for (const qint64 id : { 50LL, 10LL, 90LL, 30LL, 70LL, 20LL, 95LL, 5LL, 30LL, 50LL })
            batch.rows.push_back(events.any(id));
        batch.rows[1].time = std::numeric_limits<qint64>::min();
        batch.rows[2].time = std::numeric_limits<qint64>::max();
        batch.rows[3].title = 4'000'000'000U; // a term that never came
        batch.terms = events.takeTerms();
        index.append(batch);
        QCOMPARE(index.rows(), 8U); // 30 and 50 came twice
        Ranks ranks;
        for (int key = 0; key < 9; ++key) {
            for (const bool descending : { true, false }) {
                const Order order { static_cast<Order::Key>(key), descending };
                QVERIFY(scanned(index, Filter(), order, ranks, now()).rows
                        == naiveRows(index, Filter(), order, now()));
            }
        }
        for (quint32 row = 0; row < index.rows(); ++row)
            QCOMPARE(index.positionOf(index.id(row)).value(), row);
        QVERIFY(!index.positionOf(40));
        QCOMPARE(index.text(TermColumn::Title, index.positionOf(30).value()), QString());
    }

    void ranksGrowWithTheIndex()
    {
        SampleEvents events(11);
        EventIndex index;
        Ranks ranks;
        const Order order { Order::Key::Asset, false };
        for (qint64 id = 1; id <= 300; id += 50) {
            index.append(batchOf(events, EventBatch::Kind::Newer, id, id + 49));
            QVERIFY(scanned(index, Filter(), order, ranks, now()).rows
                    == naiveRows(index, Filter(), order, now()));
        }
    }

    /// What the columns cannot answer is asked of the other tests; where there are none, nothing
    /// is at a path and nothing is read.
    void otherTests()
    {
        class Even final : public RowTest
        {
        public:
            void run(const Stretch &stretch, quint8 *passes) override
            {
                for (quint32 i = 0; i < stretch.count; ++i)
                    passes[i] = (stretch.first + i) % 2 == 0 ? 1 : 0;
            }
        };
        SampleEvents events(5);
        EventIndex index;
        index.append(batchOf(events, EventBatch::Kind::Newer, 1, 100));
        QStringList asked;
        const OtherTests others = [&asked](const FilterNode &clause) {
            asked.append(clause.field == Field::Path ? clause.path : clause.values.join(u','));
            return std::make_unique<Even>();
        };
        const auto shown = [&](const char *query, const OtherTests &tests) {
            RowMatcher matcher(*Filter::parse(QString::fromLatin1(query)).filter, now(), tests);
            Ranks ranks;
            return scan(index.snapshot(), matcher, {}, ranks, notCancelled).rows.size();
        };
        QCOMPARE(shown("data.a:x", others), 50U);
        QCOMPARE(shown("-data.a:x", others), 50U);
        QCOMPARE(shown("is:read", others), 50U);
        QCOMPARE(shown("is:unread data.a:x", others), 0U);
        QCOMPARE(shown("is:unread,read", others), 100U);
        QVERIFY(asked.contains(QStringLiteral("data.a")) && asked.contains(QStringLiteral("read")));
        QCOMPARE(shown("data.a:x", {}), 0U);
        QCOMPARE(shown("is:read", {}), 0U);
        QCOMPARE(shown("is:unread", {}), 100U);
    }

    void twoThreadsJudgeAsOne()
    {
        SampleEvents events(7);
        EventIndex index;
        constexpr qint64 count = 2 * qint64 { Segment::capacity } + 1000;
        index.append(batchOf(events, EventBatch::Kind::Newer, 1, count));
        const IndexSnapshot snapshot = index.snapshot();
        QCOMPARE(snapshot.segments.size(), std::size_t { 3 });
        const Instant later = nowOf(index);
        for (const char *query : { "a", "-certificate severity>=high", "nothing-of-that-name" }) {
            const Filter filter = *Filter::parse(QString::fromLatin1(query)).filter;
            RowMatcher alone(filter, later);
            RowMatcher first(filter, later);
            RowMatcher second(filter, later);
            const std::vector<quint8> masks = judgeAll(snapshot, alone, nullptr, notCancelled);
            QCOMPARE(masks.size(), std::size_t { count });
            QVERIFY(judgeAll(snapshot, first, &second, notCancelled) == masks);
        }
        // A pool without a free thread is no reason to wait.
        QThreadPool *const pool = QThreadPool::globalInstance();
        const int most = pool->maxThreadCount();
        const auto restore = qScopeGuard([=] { pool->setMaxThreadCount(most); });
        pool->setMaxThreadCount(0);
        const Filter filter = *Filter::parse(QStringLiteral("severity>=high")).filter;
        RowMatcher alone(filter, later);
        RowMatcher helper(filter, later);
        const std::vector<quint8> masks = judgeAll(snapshot, alone, &helper, notCancelled);
        const auto shown = std::count(masks.begin(), masks.end(), quint8 { 0 });
        QVERIFY(shown > 0 && shown < count);
    }

    void cancelledGivesUp()
    {
        SampleEvents events(1);
        EventIndex index;
        index.append(batchOf(events, EventBatch::Kind::Newer, 1, 1000));
        Ranks ranks;
        RowMatcher matcher(Filter(), now());
        const std::atomic_bool cancelled { true };
        QVERIFY(scan(index.snapshot(), matcher, {}, ranks, cancelled).rows.empty());
    }
};

QTEST_GUILESS_MAIN(TestScan)
#include "scantest.moc"
