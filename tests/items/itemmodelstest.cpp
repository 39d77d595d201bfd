// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/eventindex.h"
#include "models/index/eventquery.h"
#include "models/items/eventsmodel.h"
#include "models/items/eventtext.h"
#include "models/items/facetmodel.h"
#include "tests/index/sampleevents.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace models;
using namespace tests;

namespace {

constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::Fatal;

Filter filterOf(const char *text)
{
    return *Filter::parse(QString::fromUtf8(text)).filter;
}

/// Index, query and models, each model under a tester.
struct Bench
{
    SampleEvents events { 3 };
    EventIndex index;
    EventQuery query { index };
    EventsModel model { index, query };
    FacetModel groups { query, Field::Group };
    FacetModel severities { query, Field::Severity };
    QAbstractItemModelTester testers[3] { QAbstractItemModelTester(&model, fatal),
                                          QAbstractItemModelTester(&groups, fatal),
                                          QAbstractItemModelTester(&severities, fatal) };

    void arrive(qint64 from, qint64 to)
    {
        EventBatch batch;
        const qint64 step = from <= to ? 1 : -1;
        batch.kind = step > 0 ? EventBatch::Kind::Newer : EventBatch::Kind::Older;
        for (qint64 id = from; id != to + step; id += step)
            batch.rows.push_back(events.any(id));
        batch.terms = events.takeTerms();
        index.append(batch);
    }
    void repeat(qint64 id, qint64 event)
    {
        EventBatch batch;
        batch.repeats = { { id, event, 1'900'000'000'000 } };
        index.append(batch);
    }
    int rowOf(const FacetModel &facet, const char *value) const
    {
        for (int row = 0; row < facet.rowCount(); ++row) {
            if (facet.index(row).data(FacetModel::ValueRole).toString() == QLatin1String(value))
                return row;
        }
        return -1;
    }
};

} // namespace

class TestItemModels final : public QObject
{
    Q_OBJECT
private slots:
    void everyPath()
    {
        Bench bench;
        bench.arrive(1000, 950);
        bench.arrive(949, 900);
        bench.arrive(1001, 1010);
        QTRY_VERIFY(!bench.query.busy());
        QCOMPARE(bench.model.rowCount(), 111);
        QCOMPARE(bench.model.idAt(0), 1010);
        QCOMPARE(bench.model.idAt(110), 900);
        qint64 next = 1011;
        for (int column = 0; column < EventsModel::ColumnCount; ++column) {
            for (const auto order : { Qt::AscendingOrder, Qt::DescendingOrder }) {
                bench.model.sort(column, order);
                bench.query.setFilter(filterOf(column % 2 == 0 ? "severity>=low" : ""));
                bench.arrive(next, next + 4);
                next += 5;
                QTRY_VERIFY(!bench.query.busy());
                bench.arrive(next, next + 20);
                next += 21;
                bench.repeat(next, 1000);
            }
        }
        bench.model.sort(-1, Qt::AscendingOrder);
        bench.query.setFilter(Filter());
        QTRY_VERIFY(!bench.query.busy());
        QCOMPARE(bench.model.rowCount(), static_cast<int>(bench.index.rows()));
        for (int row = 0; row < bench.model.rowCount(); ++row)
            QCOMPARE(bench.model.rowOf(bench.model.idAt(row)), row);
        QCOMPARE(bench.model.rowOf(1), -1);
        QCOMPARE(bench.model.idAt(-1), 0);
        QCOMPARE(bench.model.idAt(1'000'000), 0);
    }

    void cells()
    {
        Bench bench;
        EventBatch batch;
        EventRow row = bench.events.any(7);
        row.title = bench.events.term(QStringLiteral("first\\nsecond <b>x</b>"));
        row.severityWord = bench.events.term(QStringLiteral("IMPORTANT"));
        row.severity = Severity::High;
        row.statusWord = 0;
        row.status = Status::None;
        row.product = bench.events.term(QStringLiteral("API_SECURE"));
        row.group = bench.events.term(QStringLiteral("all*"));
        row.type = 0;
        row.family = Family::ConnectionTest;
        batch.rows = { row };
        batch.terms = bench.events.takeTerms();
        bench.index.append(batch);
        const auto cell = [&](int column, int role = Qt::DisplayRole) {
            return bench.model.index(0, column).data(role);
        };
        QCOMPARE(cell(EventsModel::Title).toString(), QStringLiteral("first second <b>x</b>"));
        QCOMPARE(cell(EventsModel::Title, Qt::ToolTipRole).toString(),
                 QStringLiteral("first\nsecond <b>x</b>"));
        QCOMPARE(cell(EventsModel::Severity).toString(), QStringLiteral("Important"));
        QVERIFY(cell(EventsModel::Severity, Qt::ToolTipRole)
                        .toString()
                        .contains(QLatin1String("IMPORTANT")));
        QCOMPARE(cell(EventsModel::Severity, EventsModel::FilterValueRole).toString(),
                 QStringLiteral("high"));
        QCOMPARE(cell(EventsModel::Status).toString(), QStringLiteral("No status"));
        QCOMPARE(cell(EventsModel::Product).toString(), QStringLiteral("API Secure"));
        QCOMPARE(cell(EventsModel::Product, EventsModel::FilterValueRole).toString(),
                 QStringLiteral("API_SECURE"));
        QCOMPARE(cell(EventsModel::Group, EventsModel::FilterValueRole).toString(),
                 QStringLiteral("all\\*"));
        QCOMPARE(cell(EventsModel::Type).toString(), QStringLiteral("Connection test"));
        QCOMPARE(cell(EventsModel::Title, EventsModel::FilterFieldRole).toInt(),
                 static_cast<int>(Field::Title));
        QCOMPARE(cell(EventsModel::Received, EventsModel::FilterFieldRole).toInt(), -1);
        QCOMPARE(cell(0, EventsModel::IdRole).toLongLong(), 7);
        QCOMPARE(cell(0, EventsModel::SeverityRole).toInt(), static_cast<int>(Severity::High));
        QCOMPARE(cell(0, EventsModel::StatusRole).toInt(), static_cast<int>(Status::None));
        QCOMPARE(cell(0, EventsModel::FamilyRole).toInt(),
                 static_cast<int>(Family::ConnectionTest));
        QCOMPARE(cell(EventsModel::Received).toString(), shortTime(bench.index.received(0), now()));
        QVERIFY(cell(EventsModel::Received, Qt::TextAlignmentRole).value<Qt::Alignment>()
                & Qt::AlignRight);
        QVERIFY(cell(EventsModel::Severity, Qt::AccessibleTextRole)
                        .toString()
                        .startsWith(QLatin1String("Severity")));
        QVERIFY(!bench.model.headerData(99, Qt::Horizontal, Qt::DisplayRole).isValid());

        QSignalSpy changed(&bench.model, &QAbstractItemModel::dataChanged);
        QCOMPARE(cell(0, EventsModel::DeliveriesRole).toInt(), 1);
        bench.repeat(1, 7);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(cell(0, EventsModel::DeliveriesRole).toInt(), 2);
        QVERIFY(cell(EventsModel::Received, Qt::ToolTipRole)
                        .toString()
                        .contains(longTime(bench.index.lastReceived(0))));
    }

    void checksEditTheFilter()
    {
        Bench bench;
        bench.arrive(1, 300);
        QTRY_VERIFY(!bench.query.busy());
        const auto check = [&](FacetModel &facet, const char *value, Qt::CheckState state) {
            const int row = bench.rowOf(facet, value);
            return row >= 0 && facet.setData(facet.index(row), state, Qt::CheckStateRole);
        };
        QVERIFY(check(bench.severities, "urgent", Qt::Checked));
        QCOMPARE(bench.query.filter().text(), QStringLiteral("severity:urgent"));
        QTRY_VERIFY(!bench.query.busy());
        QVERIFY(check(bench.groups, "", Qt::Checked));
        QVERIFY(check(bench.groups, "eu\\*", Qt::Checked));
        QVERIFY(!check(bench.groups, "eu\\*", Qt::Checked));
        QTRY_VERIFY(!bench.query.busy());
        for (int row = 0; row < bench.model.rowCount(); ++row) {
            const QString group = bench.model.index(row, EventsModel::Group).data().toString();
            QVERIFY(group.isEmpty() || group == QLatin1String("eu*"));
            QCOMPARE(bench.model.index(row, 0).data(EventsModel::SeverityRole).toInt(),
                     static_cast<int>(Severity::Urgent));
        }
        QVERIFY(bench.model.rowCount() > 0);
        const int none = bench.rowOf(bench.groups, "");
        QCOMPARE(bench.groups.index(none).data().toString(), QStringLiteral("(no asset group)"));
        // Values that are not selected keep their own counts, so they can be added.
        const int eu = bench.rowOf(bench.groups, "EU");
        QVERIFY(bench.groups.index(eu).data(FacetModel::MatchingRole).toLongLong() > 0);
        QVERIFY(bench.groups.index(eu).data(FacetModel::TotalRole).toLongLong()
                > bench.groups.index(eu).data(FacetModel::MatchingRole).toLongLong());
        QVERIFY(bench.groups.index(eu)
                        .data(Qt::AccessibleTextRole)
                        .toString()
                        .contains(QLatin1String("EU")));

        QVERIFY(check(bench.groups, "", Qt::Unchecked));
        bench.groups.selectOnly(eu);
        QCOMPARE(bench.query.filter().values(Field::Group), QStringList { QStringLiteral("EU") });
        QTRY_VERIFY(!bench.query.busy());
        bench.groups.selectOnly(bench.rowOf(bench.groups, "EU"));
        QCOMPARE(bench.query.filter().text(), QStringLiteral("severity:urgent"));
        bench.severities.clear();
        QVERIFY(bench.query.filter().isEmpty());
        QTRY_VERIFY(!bench.query.busy());
        QCOMPARE(bench.model.rowCount(), 300);
    }

    void facetFollowsTheFilterText()
    {
        Bench bench;
        bench.arrive(1, 300);
        bench.query.setFilter(filterOf("group:eu,Elsewhere certificate"));
        QTRY_VERIFY(!bench.query.busy());
        const auto state = [&](const char *value) {
            const int row = bench.rowOf(bench.groups, value);
            return row < 0 ? -1 : bench.groups.index(row).data(Qt::CheckStateRole).toInt();
        };
        QCOMPARE(state("EU"), static_cast<int>(Qt::Checked));
        QCOMPARE(state("Elsewhere"), static_cast<int>(Qt::Checked));
        QCOMPARE(state(""), static_cast<int>(Qt::Unchecked));
        bench.query.setFilter(filterOf("certificate"));
        QTRY_VERIFY(!bench.query.busy());
        QCOMPARE(state("Elsewhere"), -1);
        QCOMPARE(state("EU"), static_cast<int>(Qt::Unchecked));
    }

    void facetRowsStayUntilSorted()
    {
        Bench bench;
        bench.arrive(1, 5);
        QTRY_VERIFY(!bench.query.busy());
        bench.groups.sortRows();
        QStringList before;
        for (int row = 0; row < bench.groups.rowCount(); ++row)
            before.append(bench.groups.index(row).data(FacetModel::ValueRole).toString());
        const QPersistentModelIndex last = bench.groups.index(bench.groups.rowCount() - 1);
        const QString lastValue = last.data(FacetModel::ValueRole).toString();
        bench.arrive(6, 400);
        for (int row = 0; row < before.size(); ++row)
            QCOMPARE(bench.groups.index(row).data(FacetModel::ValueRole).toString(), before[row]);
        bench.groups.sortRows();
        QCOMPARE(last.data(FacetModel::ValueRole).toString(), lastValue);
        // The empty value comes last, however often it occurs.
        QVERIFY(bench.groups.index(bench.groups.rowCount() - 1)
                        .data(FacetModel::ValueRole)
                        .toString()
                        .isEmpty());
        for (int row = 1; row < bench.groups.rowCount() - 1; ++row) {
            QVERIFY(bench.groups.index(row).data(FacetModel::MatchingRole).toLongLong()
                    <= bench.groups.index(row - 1).data(FacetModel::MatchingRole).toLongLong());
        }
    }
};

QTEST_GUILESS_MAIN(TestItemModels)
#include "itemmodelstest.moc"
