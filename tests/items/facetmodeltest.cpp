// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/facetmodel.h"

#include "models/index/eventindex.h"
#include "tests/index/naivefilter.h"
#include "tests/index/sampleevents.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace models;
using namespace tests;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

/// Every facet of one query, each under a tester.
struct Bench
{
    SampleEvents events { 5 };
    EventIndex index;
    EventQuery query { index };
    std::vector<std::unique_ptr<FacetModel>> facets;
    std::vector<std::unique_ptr<QAbstractItemModelTester>> testers;
    qint64 next = 1;

    Bench()
    {
        for (int field = 0; field < facetCount; ++field) {
            facets.push_back(std::make_unique<FacetModel>(query, static_cast<Field>(field)));
            testers.push_back(std::make_unique<QAbstractItemModelTester>(
                    facets.back().get(), QAbstractItemModelTester::FailureReportingMode::Fatal));
        }
    }
    FacetModel &facet(Field field) { return *facets[static_cast<std::size_t>(field)]; }
    void arrive(int count)
    {
        EventBatch batch;
        for (int i = 0; i < count; ++i)
            batch.rows.push_back(events.any(next++));
        batch.terms = events.takeTerms();
        index.append(batch);
    }
    void filter(const char *text) { query.setFilter(*Filter::parse(s(text)).filter); }
    int rowOf(Field field, const QString &value)
    {
        FacetModel &model = facet(field);
        for (int row = 0; row < model.rowCount(); ++row) {
            if (model.index(row).data(FacetList::ValueRole).toString() == value)
                return row;
        }
        return -1;
    }
    QVariant data(Field field, const char *value, int role)
    {
        return facet(field).index(rowOf(field, s(value))).data(role);
    }
};

} // namespace

class TestFacetModel final : public QObject
{
    Q_OBJECT
private slots:
    void excludedOnesStayAndSaySo()
    {
        Bench bench;
        bench.arrive(300);
        QTRY_VERIFY(!bench.query.busy());
        FacetModel &groups = bench.facet(Field::Group);
        groups.toggleExcluded(bench.rowOf(Field::Group, s("EU")));
        QCOMPARE(bench.query.filter().text(), s("-group:EU"));
        QTRY_VERIFY(!bench.query.busy());
        QCOMPARE(bench.data(Field::Group, "EU", Qt::CheckStateRole).toInt(),
                 static_cast<int>(Qt::PartiallyChecked));
        QVERIFY(bench.data(Field::Group, "EU", FacetList::ExcludedRole).toBool());
        QVERIFY(bench.data(Field::Group, "EU", Qt::AccessibleTextRole)
                        .toString()
                        .startsWith(s("EU, excluded, ")));
        // What it would bring back, not zero.
        QVERIFY(bench.data(Field::Group, "EU", FacetList::MatchingRole).toInt() > 0);
        QCOMPARE(groups.marks(), 1);
        // A click on it takes the exclusion back; on another one it selects.
        groups.toggle(bench.rowOf(Field::Group, s("EU")));
        QVERIFY(bench.query.filter().isEmpty());
        groups.toggleExcluded(bench.rowOf(Field::Group, s("EU")));
        groups.toggleSelected(bench.rowOf(Field::Group, s("EU")));
        QCOMPARE(bench.query.filter().text(), s("group:EU"));
        groups.toggleExcluded(bench.rowOf(Field::Group, s("EU")));
        groups.clear();
        QVERIFY(bench.query.filter().isEmpty());
    }

    void countsInWords()
    {
        Bench bench;
        EventBatch batch;
        for (int i = 0; i < 40; ++i) {
            EventRow row = bench.events.any(bench.next++);
            row.group = bench.events.term(i == 0 ? s("one") : s("many"));
            row.status = i < 12 ? Status::Open : Status::Fixed;
            batch.rows.push_back(row);
        }
        batch.terms = bench.events.takeTerms();
        bench.index.append(batch);
        QTRY_VERIFY(!bench.query.busy());
        QCOMPARE(bench.data(Field::Group, "many", FacetList::MatchingRole).toInt(), 39);
        QCOMPARE(bench.data(Field::Group, "many", FacetList::OpenRole).toInt(), 11);
        QCOMPARE(bench.data(Field::Group, "many", Qt::AccessibleTextRole).toString(),
                 s("many, 39 events, 11 open, under the other filters; 39 in all"));
        QCOMPARE(bench.data(Field::Group, "one", Qt::ToolTipRole).toString(),
                 s("one\n1 event, 1 open, under the other filters; 1 in all"));
        // A status is open or not as a whole.
        QVERIFY(!bench.data(Field::Status, "open", FacetList::OpenRole).isValid());
        QCOMPARE(bench.data(Field::Status, "open", FacetList::MatchingRole).toInt(), 12);
        QCOMPARE(bench.facet(Field::Status).index(0).data(FacetList::ValueRole).toString(),
                 s("open"));
    }

    void fewRowsUntilAskedFor()
    {
        Bench bench;
        EventBatch batch;
        for (int i = 0; i < 1000; ++i) {
            EventRow row = bench.events.any(bench.next++);
            row.asset = bench.events.term(QStringLiteral("host %1").arg(i % 700));
            batch.rows.push_back(row);
        }
        batch.terms = bench.events.takeTerms();
        bench.index.append(batch);
        QTRY_VERIFY(!bench.query.busy());
        FacetModel &assets = bench.facet(Field::Asset);
        assets.sortRows();
        QCOMPARE(assets.size(), 700);
        QCOMPARE(assets.rowCount(), FacetList::few);
        bench.filter("asset:\"host 650\" -asset:\"host 651\" -asset:elsewhere");
        QTRY_VERIFY(!bench.query.busy());
        assets.sortRows();
        QCOMPARE(assets.rowCount(), FacetList::few + 1); // and the one that is nowhere
        QCOMPARE(bench.data(Field::Asset, "host 650", Qt::CheckStateRole).toInt(),
                 static_cast<int>(Qt::Checked));
        QVERIFY(bench.rowOf(Field::Asset, s("host 651")) >= 0);
        QVERIFY(bench.rowOf(Field::Asset, s("elsewhere")) >= 0);
        assets.setAll(true);
        QCOMPARE(assets.rowCount(), FacetList::most + 1);
        assets.setAll(false);
        assets.setSearch(s("HOST 69"));
        // 69, 690 to 699, and the marked ones.
        QCOMPARE(assets.rowCount(), 11 + 3);
        assets.setSearch({});
        bench.filter("");
        QTRY_VERIFY(!bench.query.busy());
        QCOMPARE(bench.rowOf(Field::Asset, s("elsewhere")), -1);
        QVERIFY(bench.rowOf(Field::Asset, s("host 650")) >= 0); // until rows are sorted
        assets.sortRows();
        QCOMPARE(assets.rowCount(), FacetList::few);
    }

    void foldedItHoldsNothing()
    {
        Bench bench;
        bench.arrive(100);
        QTRY_VERIFY(!bench.query.busy());
        FacetModel &groups = bench.facet(Field::Group);
        groups.setActive(false);
        QCOMPARE(groups.rowCount(), 0);
        QSignalSpy inserted(&groups, &QAbstractItemModel::rowsInserted);
        bench.arrive(100);
        bench.filter("group:EU -group:x");
        QTRY_VERIFY(!bench.query.busy());
        QCOMPARE(inserted.size(), 0);
        QCOMPARE(groups.marks(), 2);
        QVERIFY(groups.size() > 0);
        groups.setActive(true);
        QVERIFY(bench.rowOf(Field::Group, s("EU")) >= 0);
        QVERIFY(bench.rowOf(Field::Group, s("x")) >= 0);
    }

    /// While one facet is clicked at, no other gets longer or shorter.
    void othersKeepTheirLength()
    {
        Bench bench;
        bench.arrive(400);
        QTRY_VERIFY(!bench.query.busy());
        FacetModel &assets = bench.facet(Field::Asset);
        assets.sortRows();
        assets.toggle(0);
        QTRY_VERIFY(!bench.query.busy());
        for (int row = 0; row < bench.facet(Field::Group).rowCount(); ++row) {
            bench.facet(Field::Group).selectOnly(row);
            QTRY_VERIFY(!bench.query.busy());
            QCOMPARE(assets.rowCount(), FacetList::few);
        }
    }

    /// Random gestures by the models, events arriving between them: the filter is the text of
    /// its own, the rows are those of a query that got it as text, and counts are right.
    void anyGestures()
    {
        Bench bench;
        bench.arrive(200);
        QTRY_VERIFY(!bench.query.busy());
        EventQuery typed(bench.index);
        SampleEvents random(23);
        for (int step = 0; step < 150; ++step) {
            FacetModel &facet = *bench.facets[random.below(facetCount)];
            const int row = static_cast<int>(
                    random.below(static_cast<quint32>(std::max(1, facet.rowCount()))));
            switch (random.below(9)) {
            case 0:
                facet.selectOnly(row);
                break;
            case 1:
            case 2:
                facet.toggleExcluded(row);
                break;
            case 3:
                facet.clear();
                break;
            case 4:
                facet.setSearch(random.pick({ "", "s", "un", "2" }));
                break;
            case 5:
                facet.setAll(!facet.all());
                break;
            case 6:
                facet.setActive(!facet.active());
                break;
            default:
                facet.toggle(row);
                break;
            }
            if (random.below(4) == 0)
                bench.arrive(7);
            if (random.below(4) == 0)
                facet.sortRows();
            QTRY_VERIFY(!bench.query.busy());
            typed.setFilter(*Filter::parse(bench.query.filter().text()).filter);
            QTRY_VERIFY(!typed.busy());
            QVERIFY(typed.rows() == bench.query.rows());
            const Field field = facet.field();
            const auto rows = naiveRows(
                    bench.index, bench.query.filter().withValues(field, {}).withExcluded(field, {}),
                    {}, now());
            for (int at = 0; at < facet.rowCount(); ++at) {
                const QString value = facet.index(at).data(FacetList::ValueRole).toString();
                const Filter one = Filter().withValues(field, { value });
                const auto matching = std::count_if(rows.begin(), rows.end(), [&](quint32 event) {
                    return naivePasses(bench.index, event, one.root(), now());
                });
                QCOMPARE(facet.index(at).data(FacetList::MatchingRole).toInt(), matching);
            }
            for (const auto &other : bench.facets) {
                const QStringList named = bench.query.filter().values(other->field())
                        + bench.query.filter().excluded(other->field());
                for (const QString &value : named)
                    QVERIFY2(!other->active() || bench.rowOf(other->field(), value) >= 0,
                             qPrintable(value));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestFacetModel)
#include "facetmodeltest.moc"
