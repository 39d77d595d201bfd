// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/eventindex.h"
#include "models/index/filterhistory.h"
#include "models/index/valuecounter.h"
#include "models/index/waysoutfinder.h"
#include "tests/index/naivefilter.h"
#include "tests/index/randomfilter.h"
#include "tests/index/sampleevents.h"
#include "tests/support/utf8text.h"

#include <QSignalSpy>
#include <QTest>

using namespace models;
using namespace tests;

namespace {

const std::atomic_bool notCancelled { false };

void fill(EventIndex &index, SampleEvents &events, qint64 count)
{
    EventBatch batch;
    for (qint64 id = 1; id <= count; ++id)
        batch.rows.push_back(events.any(id));
    batch.terms = events.takeTerms();
    index.append(batch);
}

std::vector<WayOut> ways(const EventIndex &index, const Filter &filter)
{
    return waysOut(index.snapshot(), filter, now(), {}, 50, notCancelled);
}

Filter parsed(const QString &query)
{
    return Filter::parse(query).filter.value_or(Filter());
}

} // namespace

class TestWaysOut final : public QObject
{
    Q_OBJECT
private slots:
    /// Every way that is counted leads to as many rows as it says, and where a single clause is
    /// to blame it is among them.
    void equalsNaiveCounts()
    {
        SampleEvents events(3);
        EventIndex index;
        fill(index, events, 400);
        int singles = 0;
        int several = 0;
        for (int round = 0; round < 400; ++round) {
            QStringList parts;
            for (int i = 0; i < 4; ++i)
                parts.append(QLatin1Char('(') + randomExpression(events, 1) + QLatin1Char(')'));
            const Filter filter = parsed(parts.join(QLatin1Char(' ')));
            if (filter.text().contains(QLatin1String("age"))
                || filter.text().contains(QLatin1String("data.")) || filter.clauses().size() < 2
                || !naiveRows(index, filter, {}, now()).empty())
                continue;
            const std::vector<WayOut> found = ways(index, filter);
            qsizetype best = 0;
            for (const Filter::Clause &clause : filter.clauses()) {
                best = std::max(best,
                                qsizetype(naiveRows(index, clause.without, {}, now()).size()));
            }
            qsizetype bestFound = 0;
            for (const WayOut &way : found) {
                if (!way.instead.isEmpty())
                    continue;
                QCOMPARE(way.rows, qsizetype(naiveRows(index, way.filter, {}, now()).size()));
                QVERIFY(way.rows > 0);
                QCOMPARE(way.dropped.size() == 1, best > 0);
                bestFound = std::max(bestFound, way.rows);
                ++(way.dropped.size() == 1 ? singles : several);
            }
            if (best > 0)
                QCOMPARE(bestFound, best);
        }
        QVERIFY(singles > 20);
        QVERIFY(several > 5);
    }

    void likeValue()
    {
        SampleEvents events(5);
        EventIndex index;
        fill(index, events, 200);
        const std::vector<WayOut> found =
                ways(index, parsed(text("group:\"CA Busines Unit\" is:open")));
        QVERIFY(!found.empty());
        QCOMPARE(found.front().instead, text("group:\"CA Business Unit\""));
        QCOMPARE(found.front().dropped, QStringList { text("group:\"CA Busines Unit\"") });
        QCOMPARE(found.front().filter.text(), text("group:\"CA Business Unit\" is:open"));
        QCOMPARE(found.back().dropped, found.front().dropped); // or without it
        QVERIFY(found.back().rows > 0);
    }

    /// What the store alone knows is offered without a number, or with the least there is.
    void partsForTheStore()
    {
        SampleEvents events(5);
        EventIndex index;
        fill(index, events, 200);
        const std::vector<WayOut> found = ways(index, parsed(text("is:open data.x:1 data.y:2")));
        QCOMPARE(found.size(), std::size_t { 4 });
        QCOMPARE(found[0].dropped, (QStringList { text("data.x:1"), text("data.y:2") }));
        QVERIFY(found[0].rows > 0 && !found[0].atLeast);
        for (std::size_t i = 1; i < 4; ++i) {
            QCOMPARE(found[i].dropped.size(), 1);
            QVERIFY(found[i].rows == -1 && found[i].atLeast);
        }
        QCOMPARE(ways(index, parsed(text("data.x:1"))).size(), std::size_t { 1 });
    }

    void odd()
    {
        SampleEvents events(5);
        EventIndex index;
        QVERIFY(ways(index, parsed(text("a b"))).empty()); // no events at all
        fill(index, events, 10);
        QVERIFY(ways(index, {}).empty());
        QStringList many;
        for (int i = 0; i < 33; ++i)
            many.append(QStringLiteral("zzz%1").arg(i));
        QVERIFY(ways(index, parsed(many.join(QLatin1Char(' ')))).empty());
        const std::atomic_bool cancelled { true };
        QVERIFY(waysOut(index.snapshot(), parsed(text("zzz")), now(), {}, 5, cancelled).empty());
    }

    void finderAnswersTheNewest()
    {
        SampleEvents events(5);
        EventIndex index;
        fill(index, events, 100);
        WaysOutFinder finder;
        QStringList answered;
        connect(&finder, &WaysOutFinder::found, this,
                [&answered](const Filter &filter, const std::vector<WayOut> &found) {
                    answered.append(filter.text() + QString::number(found.size()));
                });
        finder.find(index.snapshot(), parsed(text("old zzz")));
        finder.find(index.snapshot(), parsed(text("zzz")));
        QTRY_COMPARE(answered, QStringList { text("zzz1") });
    }

    void countsValues()
    {
        SampleEvents events(8);
        EventIndex index;
        fill(index, events, 500);
        const auto counts = [&](Field field, const char *typed) {
            return countValues(index.snapshot(), field, text(typed), 50, notCancelled);
        };
        for (const Field field : { Field::Group, Field::Asset, Field::Title, Field::HostedOn,
                                   Field::Family, Field::Is, Field::Triage }) {
            const std::vector<ValueCount> values = counts(field, "");
            QVERIFY(!values.empty());
            for (const ValueCount &value : values) {
                const Filter filter = Filter().withValues(field, { value.value });
                // Without case: "EU" and "eu" are one to the filter.
                QVERIFY2(qint64(naiveRows(index, filter, {}, now()).size()) >= value.count,
                         qPrintable(filter.text()));
            }
        }
        QCOMPARE(counts(Field::Group, "BUSI").size(), std::size_t { 1 });
        QCOMPARE(counts(Field::Group, "UNITS").front().value, text("Ünits, (all)"));
        QVERIFY(counts(Field::Age, "").empty());
        const std::vector<ValueCount> levels = counts(Field::Severity, "");
        qint64 rows = 0;
        for (const ValueCount &level : levels) {
            if (Filter::parse(QString(text("severity>=") + level.value)).filter)
                rows += level.count;
        }
        QVERIFY(rows >= 500);
        QCOMPARE(countValues(index.snapshot(), Field::Asset, {}, 3, notCancelled).size(),
                 std::size_t { 3 });
    }

    void history()
    {
        FilterHistory history;
        for (int i = 0; i < 25; ++i)
            history.add(parsed(QStringLiteral("word%1").arg(i)));
        QCOMPARE(history.entries().size(), 20);
        QCOMPARE(history.entries().constFirst(), text("word24"));
        history.add(parsed(text("word10")));
        QCOMPARE(history.entries().size(), 20);
        QCOMPARE(history.entries().constFirst(), text("word10"));
        history.add({});
        QCOMPARE(history.entries().constFirst(), text("word10"));
        for (const char *secret : { "\"Bearer abc\"", "a Zx8Kq1PmW4nT7vRb2LcD9sJh5GfY3eUi",
                                    "subject:eyJhbGciOiJIUzI1NiJ9eyJzdWIiOiIx" }) {
            history.add(parsed(text(secret)));
            QCOMPARE(history.entries().constFirst(), text("word10"));
        }
        for (const char *kept : { "type:API_SECURE__POLICY_VIOLATION_OPENED",
                                  "subject:1b4e28ba-2fa1-11d2-883f-0016d3cca427" }) {
            history.add(parsed(text(kept)));
            QCOMPARE(history.entries().constFirst(), text(kept));
        }
        FilterHistory again;
        again.restore(history.entries() + QStringList { text("a or"), text("("), text("") });
        QCOMPARE(again.entries(), history.entries());
        again.clear();
        QVERIFY(again.entries().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestWaysOut)
#include "waysouttest.moc"
