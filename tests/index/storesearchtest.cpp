// SPDX-License-Identifier: GPL-3.0-or-later
// Clauses that the store answers: in parts, late, out of order, while rows arrive.
#include "models/index/eventindex.h"
#include "models/index/eventquery.h"
#include "models/index/pathtest.h"
#include "models/items/eventsmodel.h"
#include "tests/index/naivefilter.h"
#include "tests/index/randomfilter.h"
#include "tests/index/twoindexes.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace models;
using namespace tests;

namespace {

Filter filterOf(const QString &text)
{
    return *Filter::parse(text).filter;
}

/// Facets as they are told, in an order that does not depend on anything else.
bool sameFacets(const EventQuery &a, const EventQuery &b)
{
    const auto told = [](const EventQuery &query, Field field) {
        QStringList list;
        for (const FacetValue &value : query.facet(field))
            list.append(QStringLiteral("%1 %2/%3")
                                .arg(value.value)
                                .arg(value.matching)
                                .arg(value.total));
        list.sort();
        return list;
    };
    for (int facet = 0; facet < facetCount; ++facet) {
        if (told(a, static_cast<Field>(facet)) != told(b, static_cast<Field>(facet)))
            return false;
    }
    return true;
}

bool isPartOf(const std::vector<quint32> &part, const std::vector<quint32> &whole)
{
    std::size_t at = 0;
    for (const quint32 row : whole)
        at += at < part.size() && part[at] == row ? 1 : 0;
    return at == part.size();
}

} // namespace

class TestStoreSearch final : public QObject
{
    Q_OBJECT
private slots:
    void sameRowsAsANaiveFilter_data()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 6; ++seed)
            QTest::addRow("seed %d", seed) << seed;
    }
    /// Whatever the store does and whenever rows arrive: never a row that the filter hides, in
    /// the end each one that it shows, and the counts with them.
    void sameRowsAsANaiveFilter()
    {
        QFETCH(int, seed);
        TwoIndexes two(static_cast<quint32>(seed));
        SampleEvents &random = two.events;
        two.arrive(400);
        EventQuery query(two.index, two.store);
        EventQuery reference(two.whole);
        EventsModel model(two.index, query);
        const QAbstractItemModelTester tester(
                &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        for (int round = 0; round < 14; ++round) {
            const Filter filter = filterOf(randomExpression(random, 3));
            const Order order { static_cast<Order::Key>(random.below(9)), random.below(2) == 0 };
            query.setFilter(filter);
            query.setOrder(order);
            reference.setFilter(filter);
            reference.setOrder(order);
            for (int step = 0; step < 6; ++step) {
                two.store.step(random);
                if (random.below(3) == 0)
                    two.arrive(1 + static_cast<int>(random.below(30)));
                if (random.below(3) == 0)
                    QCoreApplication::processEvents();
                if (!query.busy()) {
                    const auto rows = naiveRows(two.whole, filter, order, now());
                    QVERIFY2(isPartOf(query.rows(), rows), qPrintable(filter.text()));
                }
            }
            if (random.below(4) == 0)
                continue; // the next filter comes while this one is still searched for
            QTRY_VERIFY2((two.store.step(random), !query.busy() && !query.searching()),
                         qPrintable(filter.text()));
            QTRY_VERIFY(!reference.busy());
            const auto rows = naiveRows(two.whole, filter, order, now());
            QVERIFY2(query.rows() == rows, qPrintable(filter.text()));
            QVERIFY2(sameFacets(query, reference), qPrintable(filter.text()));
        }
        QVERIFY(two.store.answered > 0);
    }

    void rowsOfTheIndexComeFirst()
    {
        TwoIndexes two(3);
        two.arrive(500);
        EventQuery query(two.index, two.store);
        QTRY_VERIFY(!query.busy());
        query.setFilter(filterOf(QStringLiteral("shop1")));
        QTRY_VERIFY(!query.busy());
        const std::size_t first = query.rows().size();
        QVERIFY(first > 0); // assets are in memory
        QTRY_VERIFY(two.store.isAsked());
        QVERIFY(query.searching());
        QTRY_VERIFY((two.store.step(two.events), !query.searching()));
        QVERIFY(query.rows().size() > first);
        QCOMPARE(query.searchProgress(), 1.0);
    }

    void aNewFilterDropsTheOldSearch()
    {
        TwoIndexes two(4);
        two.arrive(300);
        EventQuery query(two.index, two.store);
        query.setFilter(filterOf(QStringLiteral("größe")));
        QTRY_VERIFY(two.store.isAsked());
        query.setFilter(filterOf(QStringLiteral("severity>=high")));
        QVERIFY(!two.store.isAsked());
        QVERIFY(!query.searching());
        QTRY_VERIFY(!query.busy());
        const auto rows = query.rows();
        two.store.answerLate(); // what was on its way when it was dropped
        QCoreApplication::processEvents();
        QVERIFY(query.rows() == rows);
    }

    void aStoppedSearchCanGoOn()
    {
        TwoIndexes two(5);
        two.arrive(300);
        EventQuery query(two.index, two.store);
        query.setFilter(filterOf(QStringLiteral("\"of a new\"")));
        QTRY_VERIFY(two.store.isAsked());
        QSignalSpy changed(&query, &EventQuery::searchChanged);
        query.stopSearch();
        QVERIFY(!two.store.isAsked());
        QVERIFY(!query.searching() && query.searchStopped() && !changed.isEmpty());
        QVERIFY(query.rows().empty());
        two.arrive(20);
        QCoreApplication::processEvents();
        QVERIFY(!two.store.isAsked());
        query.resumeSearch();
        QTRY_VERIFY((two.store.step(two.events), !query.searching()));
        QVERIFY(!query.searchStopped());
        QVERIFY(query.rows() == naiveRows(two.whole, query.filter(), query.order(), now()));
    }

    void aFailureIsTold()
    {
        TwoIndexes two(6);
        two.arrive(100);
        EventQuery query(two.index, two.store);
        query.setFilter(filterOf(QStringLiteral("größe")));
        QTRY_VERIFY(two.store.isAsked());
        two.store.fail(QStringLiteral("The disk is gone."));
        QVERIFY(!query.searching() && query.searchStopped());
        QCOMPARE(query.searchFailure(), QStringLiteral("The disk is gone."));
        query.resumeSearch();
        QCOMPARE(query.searchFailure(), QString());
        QTRY_VERIFY((two.store.step(two.events), !query.searching()));
        QVERIFY(!query.rows().empty());
    }

    void pathsAreAnsweredByTheStore_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("way");
        QTest::newRow("alone") << QString() << "data.n:1" << 0;
        QTest::newRow("and") << "severity>=high"
                             << "data.n:1,3" << 1;
        QTest::newRow("and text") << "certificate"
                                  << "data.n>1" << 1;
        QTest::newRow("or text") << "größe"
                                 << "data.word:od*" << 2;
        QTest::newRow("and not") << "-größe"
                                 << "data.n:2" << 3;
    }
    void pathsAreAnsweredByTheStore()
    {
        QFETCH(QString, words);
        QFETCH(QString, path);
        QFETCH(int, way);
        const std::array<const char *, 4> shapes { "%2", "%1 %2", "%1 or %2", "%1 not %2" };
        TwoIndexes two(8);
        two.arrive(400);
        EventQuery query(two.index, two.store);
        const Filter filter = filterOf(QString(QLatin1String(shapes[static_cast<std::size_t>(way)]))
                                               .replace(QLatin1String("%1"), words)
                                               .replace(QLatin1String("%2"), path));
        const Filter rest = filterOf(words);
        const PathTest judge(filterOf(path).root());
        query.setFilter(filter);
        const auto expected = [&] {
            std::vector<quint32> rows;
            for (quint32 row = 0; row < two.whole.rows(); ++row) {
                const bool other = naivePasses(two.whole, row, rest.root(), now());
                const bool body = judge(two.store.bodies[two.whole.id(row)]);
                if (way == 0           ? body
                            : way == 1 ? other && body
                            : way == 2 ? other || body
                                       : other && !body)
                    rows.insert(rows.begin(), row);
            }
            return rows;
        };
        for (int step = 0; step < 5; ++step) {
            two.store.step(two.events);
            QCoreApplication::processEvents();
            QVERIFY(query.busy() || isPartOf(query.rows(), expected()));
            two.arrive(10);
        }
        QTRY_VERIFY((two.store.step(two.events), !query.busy() && !query.searching()));
        QVERIFY(!query.rows().empty());
        QVERIFY(query.rows() == expected());
    }

    /// Only what can change the answer is asked for.
    void otherClausesNarrowTheSearch()
    {
        TwoIndexes two(7);
        two.arrive(500);
        EventQuery query(two.index, two.store);
        query.setFilter(filterOf(QStringLiteral("größe title:nowhere")));
        QTRY_VERIFY(!query.busy() && !query.searching());
        QCOMPARE(two.store.asked, 0);
        query.setFilter(filterOf(QStringLiteral("größe or status:*,\"\"")));
        QTRY_VERIFY(!query.busy() && !query.searching());
        QCOMPARE(two.store.asked, 0);
    }
};

QTEST_GUILESS_MAIN(TestStoreSearch)
#include "storesearchtest.moc"
