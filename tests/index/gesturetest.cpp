// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/eventindex.h"
#include "models/index/facetvalues.h"
#include "models/index/filterwords.h"
#include "models/index/scan.h"
#include "models/index/valuegesture.h"
#include "tests/index/naivefilter.h"
#include "tests/index/randomfilter.h"
#include "tests/index/sampleevents.h"

#include <QTest>

using namespace models;
using namespace tests;

namespace {

Filter filterOf(const QString &text)
{
    return *Filter::parse(text).filter;
}

const ValueField group { Field::Group, {} };
const ValueField severity { Field::Severity, {} };
const ValueField product { Field::Product, {} };
const ValueField path { Field::Path, QStringLiteral("data.affected_asset.hosted_on") };

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

class TestGesture final : public QObject
{
    Q_OBJECT
private slots:
    void excludedIsAView()
    {
        const Filter filter = filterOf(s("cert -group:a,b -group:c status:open -severity>=high"));
        QCOMPARE(filter.excluded(Field::Group), (QStringList { s("a"), s("b"), s("c") }));
        QCOMPARE(filter.excluded(Field::Severity), (QStringList { s("urgent"), s("high") }));
        QCOMPARE(filter.excluded(Field::Status), QStringList());
        QCOMPARE(filter.values(Field::Group), QStringList());
        QCOMPARE(filter.withExcluded(Field::Group, { s("d e") }).text(),
                 s("cert -group:\"d e\" status:open -severity>=high"));
        QCOMPARE(filter.withExcluded(Field::Group, {}).text(),
                 s("cert status:open -severity>=high"));
        QCOMPARE(filter.withExcluded(Field::Type, { s("x") }).text(),
                 s("cert -group:a,b -group:c status:open -severity>=high -type:x"));
        QVERIFY(Filter().withExcluded(Field::Type, {}).isEmpty());
        // What is excluded within an alternative is not the facet's.
        QCOMPARE(filterOf(s("a or -group:b")).excluded(Field::Group), QStringList());
    }

    void includeExcludeOnly()
    {
        Filter filter = filterOf(s("cert"));
        filter = included(filter, group, s("EU"));
        filter = included(filter, group, s("eu"));
        QCOMPARE(filter.text(), s("cert group:EU"));
        filter = included(filter, group, s("CA Business Unit"));
        QCOMPARE(filter.text(), s("cert group:EU,\"CA Business Unit\""));
        filter = excludedToo(filter, group, s("EU"));
        QCOMPARE(filter.text(), s("cert group:\"CA Business Unit\" -group:EU"));
        QVERIFY(isExcluded(filter, group, s("eu")) && !isSelected(filter, group, s("EU")));
        filter = excludedToo(filter, severity, s("low"));
        filter = only(filter, group, s("EU"));
        QCOMPARE(filter.text(), s("cert group:EU -severity:low"));
        filter = excludedToo(filter, severity, s("none"));
        QCOMPARE(filter.text(), s("cert group:EU -severity:low,none"));
        filter = included(filter, severity, s("low"));
        QCOMPARE(filter.text(), s("cert group:EU -severity:none severity:low"));
        filter = released(filter, severity, s("none"));
        filter = released(filter, severity, s("low"));
        QCOMPARE(released(filter, group, s("EU")).text(), s("cert"));
    }

    void comparisonsAreLevels()
    {
        const Filter filter = filterOf(s("severity>=high"));
        QCOMPARE(included(filter, severity, s("low")).text(), s("severity:urgent,high,low"));
        QCOMPARE(released(filter, severity, s("high")).text(), s("severity:urgent"));
        QCOMPARE(excludedToo(filter, severity, s("high")).text(),
                 s("severity:urgent -severity:high"));
    }

    void patternsGiveWay()
    {
        const QStringList products { s("API_SECURE"), s("API_PROTECT"), s("MOBILE_SECURE") };
        const Filter filter = filterOf(s("product:api,none"));
        QCOMPARE(released(filter, product, s("API_SECURE"), products).text(),
                 s("product:API_PROTECT,none"));
        QCOMPARE(released(filterOf(s("-product:api")), product, s("API_SECURE"), products).text(),
                 s("-product:API_PROTECT"));
        // Excluding leaves the pattern: all of api but this one.
        QCOMPARE(excludedToo(filter, product, s("API_SECURE")).text(),
                 s("product:api,none -product:API_SECURE"));
        QStringList many;
        for (int i = 0; i < 60; ++i)
            many.append(QStringLiteral("shop%1").arg(i));
        QCOMPARE(
                released(filterOf(s("asset:shop*")), { Field::Asset, {} }, s("shop7"), many).text(),
                s("asset:shop* -asset:shop7"));
    }

    void pathsToo()
    {
        Filter filter = included(Filter(), path, s("UNKNOWN"));
        QCOMPARE(filter.text(), s("data.affected_asset.hosted_on:UNKNOWN"));
        filter = included(filter, path, s("AMAZON"));
        filter = excludedToo(filter, { Field::Path, s("event.data.x") }, s("1"));
        QCOMPARE(filter.text(), s("data.affected_asset.hosted_on:UNKNOWN,AMAZON -data.x:1"));
        QVERIFY(isSelected(filter, path, s("amazon")));
        QVERIFY(isExcluded(filter, { Field::Path, s("data.x") }, s("1")));
        filter = excludedToo(filter, path, s("AMAZON"));
        QCOMPARE(filter.text(),
                 s("data.affected_asset.hosted_on:UNKNOWN -data.x:1 "
                   "-data.affected_asset.hosted_on:AMAZON"));
        QCOMPARE(only(filter, path, s("AMAZON")).text(),
                 s("data.affected_asset.hosted_on:AMAZON -data.x:1"));
    }

    /// Any sequence of gestures is the filter typed as text, leaves other clauses alone, and
    /// gives the rows and counts of the naive filter.
    void anySequence()
    {
        SampleEvents random(17);
        EventIndex index;
        EventBatch batch;
        for (qint64 id = 1; id <= 250; ++id)
            batch.rows.push_back(random.any(id));
        batch.terms = random.takeTerms();
        index.append(batch);
        const Instant now = index.received(249) + std::chrono::hours(1);
        const IndexSnapshot snapshot = index.snapshot();
        Ranks ranks;
        const std::atomic_bool cancelled { false };
        int hits = 0;
        for (int round = 0; round < 12; ++round) {
            Filter filter = filterOf(randomExpression(random, 1));
            for (int step = 0; step < 12; ++step) {
                const auto field = static_cast<Field>(random.below(facetCount));
                const ValueField target { field, {} };
                const std::vector<FacetValue> values =
                        facetValues(index, field, index.facets().totals());
                const QString value =
                        values[random.below(static_cast<quint32>(values.size()))].value;
                const Filter before = filter;
                switch (random.below(5)) {
                case 0:
                    filter = only(filter, target, value);
                    QCOMPARE(filter.values(field), QStringList { value });
                    break;
                case 1:
                case 2:
                    filter = included(filter, target, value);
                    QVERIFY(isSelected(filter, target, value));
                    break;
                case 3:
                    filter = excludedToo(filter, target, value);
                    QVERIFY(isExcluded(filter, target, value));
                    break;
                default:
                    filter = released(filter, target, value);
                    QVERIFY(!isSelected(filter, target, value));
                    break;
                }
                QCOMPARE(filter.withValues(field, {}).withExcluded(field, {}).text(),
                         before.withValues(field, {}).withExcluded(field, {}).text());
                const Filter typed = filterOf(filter.text());
                QCOMPARE(typed.text(), filter.text());

                RowMatcher matcher(filter, now);
                const ScanResult result = scan(snapshot, matcher, {}, ranks, cancelled);
                QVERIFY2(result.rows == naiveRows(index, typed, {}, now),
                         qPrintable(filter.text()));
                hits += result.rows.empty() ? 0 : 1;
                const Filter others = typed.withValues(field, {}).withExcluded(field, {});
                const std::vector<quint32> rows = naiveRows(index, others, {}, now);
                qsizetype matching = 0;
                qsizetype open = 0;
                for (const FacetValue &one : facetValues(index, field, result.matching)) {
                    matching += one.matching;
                    open += one.open;
                }
                QCOMPARE(matching, static_cast<qsizetype>(rows.size()));
                QCOMPARE(open, std::count_if(rows.begin(), rows.end(), [&](quint32 row) {
                             return index.status(row) == Status::Open;
                         }));
            }
        }
        QVERIFY(hits > 20);
    }

    void bestValuesAndMarkedOnes()
    {
        SampleEvents events(3);
        EventIndex index;
        EventBatch batch;
        for (qint64 id = 1; id <= 2000; ++id) {
            EventRow row = events.any(id);
            // asset1 once, asset2 twice, and so on.
            int asset = 1;
            while (asset * (asset + 1) / 2 < id)
                ++asset;
            row.asset = events.term(QStringLiteral("Ässet %1").arg(asset));
            batch.rows.push_back(row);
        }
        batch.terms = events.takeTerms();
        index.append(batch);
        const FacetCounts &totals = index.facets().totals();
        QCOMPARE(facetSize(index, Field::Asset), 63);
        FacetAsk ask;
        ask.most = 5;
        std::vector<FacetValue> best = facetValues(index, Field::Asset, totals, ask);
        QCOMPARE(best.size(), std::size_t { 5 });
        QCOMPARE(best.front().value, s("Ässet 62"));
        QCOMPARE(best.front().matching, 62);
        ask.selected = QStringList { s("ässet 3") };
        ask.excluded = QStringList { s("nowhere") };
        best = facetValues(index, Field::Asset, totals, ask);
        QCOMPARE(best.size(), std::size_t { 6 }); // as many, and the one that occurs nowhere
        QVERIFY(best[4].selected && best[4].value == s("Ässet 3"));
        QVERIFY(best[5].excluded && best[5].number == -1);
        ask = {};
        ask.search = s("asset 6");
        best = facetValues(index, Field::Asset, totals, ask);
        QCOMPARE(best.size(), std::size_t { 5 }); // 6, 60, 61, 62, 63
        ask.search = s("URG");
        ask.label = [](const QString &value) { return value.toUpper(); };
        QCOMPARE(facetValues(index, Field::Severity, totals, ask).size(), std::size_t { 1 });
    }
};

QTEST_GUILESS_MAIN(TestGesture)
#include "gesturetest.moc"
