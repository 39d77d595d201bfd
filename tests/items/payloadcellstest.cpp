// SPDX-License-Identifier: GPL-3.0-or-later
// Columns of payload paths: fetched in batches, kept within bounds, shown when they come.
#include "models/items/payloadcells.h"
#include "models/index/eventindex.h"
#include "models/index/eventquery.h"
#include "models/items/eventsmodel.h"
#include "tests/index/sampleevents.h"
#include "tests/support/fakepayload.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace models;

namespace {

const QString url = QStringLiteral("data.affected_asset.url");
const QString host = QStringLiteral("host");

} // namespace

class PayloadCellsTest final : public QObject
{
    Q_OBJECT
private slots:
    void onePaintIsOneRequest()
    {
        FakePayload payload;
        PayloadCells cells(payload);
        cells.setPaths({ url, host });
        QSignalSpy arrived(&cells, &PayloadCells::arrived);
        for (qint64 id = 1; id <= 30; ++id) {
            QVERIFY(!cells.text(id, 0));
            QVERIFY(!cells.text(id, 1));
        }
        QCOMPARE(payload.asked, 0); // gathered first
        QTRY_COMPARE(payload.asked, 1);
        QCOMPARE(payload.calls.front().ids.size(), 30);
        QCOMPARE(payload.calls.front().paths, QStringList({ url, host }));
        QVERIFY(!cells.text(7, 0)); // is on its way: not asked for again
        payload.answer();
        QCOMPARE(arrived.size(), 1);
        QCOMPARE(*cells.text(7, 0), FakePayload::valueOf(7, url));
        QCOMPARE(*cells.text(7, 1), FakePayload::valueOf(7, host));
        QCOMPARE(payload.asked, 1);
    }

    void whatWasScrolledPastIsNotFetched()
    {
        FakePayload payload;
        PayloadCells cells(payload);
        cells.setPaths({ url });
        for (qint64 id = 1; id <= 10'000; ++id)
            (void)cells.text(id, 0);
        int fetched = 0;
        QTRY_VERIFY(!payload.calls.empty());
        QCOMPARE(payload.calls.front().ids.last(), 10'000); // what is in sight comes first
        while (!payload.calls.empty()) {
            QCOMPARE(payload.calls.size(), std::size_t { 1 }); // never two at a time
            QVERIFY(payload.calls.front().ids.size() <= PayloadValues::mostIds);
            fetched += int(payload.calls.front().ids.size());
            payload.answer();
        }
        QVERIFY(fetched < 1000);
        QVERIFY(!cells.text(1, 0)); // and may be asked for again
        QTRY_COMPARE(payload.calls.size(), std::size_t { 1 });
    }

    void keepsWithinBounds()
    {
        FakePayload payload;
        PayloadCells cells(payload);
        cells.setPaths({ url });
        for (qint64 id = 1; id <= 6000; ++id) {
            (void)cells.text(id, 0);
            if (id % 200 != 0)
                continue;
            QTRY_VERIFY(!payload.calls.empty());
            payload.answer();
        }
        QVERIFY(cells.events() <= PayloadCells::mostEvents);
        QVERIFY(cells.bytes() <= PayloadCells::mostBytes);
        QVERIFY(cells.known(6000, 0));
        QVERIFY(!cells.known(1, 0));
    }

    void otherPathsForgetTheOldOnes()
    {
        FakePayload payload;
        PayloadCells cells(payload);
        cells.setPaths({ url });
        (void)cells.text(1, 0);
        QTRY_COMPARE(payload.calls.size(), std::size_t { 1 });
        cells.setPaths({ host });
        payload.answer(); // about a path that is no column any more
        QVERIFY(!cells.known(1, 0));
        QVERIFY(!cells.text(1, 0));
        QTRY_COMPARE(payload.calls.size(), std::size_t { 1 });
        payload.answer();
        QCOMPARE(*cells.known(1, 0), FakePayload::valueOf(1, host));
    }

    void failureIsTriedAgain()
    {
        FakePayload payload;
        PayloadCells cells(payload);
        cells.setPaths({ url });
        (void)cells.text(1, 0);
        QTRY_COMPARE(payload.calls.size(), std::size_t { 1 });
        payload.answer(true);
        QVERIFY(!cells.known(1, 0));
        QTRY_COMPARE(payload.calls.size(), std::size_t { 1 });
        payload.answer();
        QVERIFY(cells.known(1, 0));
    }

    void columnsComeAndGoUnderTheTester()
    {
        tests::SampleEvents events(3);
        EventIndex index;
        EventQuery query(index);
        EventsModel model(index, query);
        const QAbstractItemModelTester tester(
                &model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        FakePayload payload;
        payload.byItself = true;
        model.setPayloadValues(payload);
        const auto arrive = [&](qint64 from, qint64 to) {
            EventBatch batch;
            for (qint64 id = from; id <= to; ++id)
                batch.rows.push_back(events.any(id));
            batch.terms = events.takeTerms();
            index.append(batch);
        };
        arrive(1, 20);
        QTRY_COMPARE(model.rowCount(), 20);
        model.setPaths({ url, host });
        QCOMPARE(model.columnCount(), EventsModel::ColumnCount + 2);
        QCOMPARE(model.columnName(EventsModel::ColumnCount), QString(u'.' + url));
        QCOMPARE(model.columnOf(QString(u'.' + host)), EventsModel::ColumnCount + 1);
        const QModelIndex cell = model.index(4, EventsModel::ColumnCount);
        QCOMPARE(cell.data().toString(), QStringLiteral("…"));
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QTRY_COMPARE(cell.data().toString(), FakePayload::valueOf(model.idAt(4), url));
        QVERIFY(!changed.isEmpty());
        QCOMPARE(cell.data(EventsModel::PathRole).toString(), url);
        QCOMPARE(cell.data(EventsModel::FilterFieldRole).toInt(), int(Field::Path));
        QCOMPARE(cell.data(EventsModel::FilterValueRole).toString(),
                 FakePayload::valueOf(model.idAt(4), url));
        QCOMPARE(model.headerData(EventsModel::ColumnCount, Qt::Horizontal, Qt::DisplayRole)
                         .toString(),
                 QStringLiteral("affected_asset.url"));
        QVERIFY(model.headerData(EventsModel::ColumnCount, Qt::Horizontal, Qt::ToolTipRole)
                        .toString()
                        .contains(url));
        QVERIFY(!model.orderKey(EventsModel::ColumnCount));

        arrive(21, 25);
        query.setFilter(*Filter::parse(QStringLiteral("severity>=low")).filter);
        QTRY_VERIFY(!query.busy());
        model.setPaths({ host });
        QCOMPARE(model.columnCount(), EventsModel::ColumnCount + 1);
        QCOMPARE(model.paths(), QStringList { host });
        QTRY_COMPARE(model.index(0, EventsModel::ColumnCount).data().toString(),
                     FakePayload::valueOf(model.idAt(0), host));
        model.setPaths({});
        QCOMPARE(model.columnCount(), int(EventsModel::ColumnCount));
    }

    void allColumnsHaveWords()
    {
        tests::SampleEvents events(3);
        EventIndex index;
        EventQuery query(index);
        EventsModel model(index, query);
        EventBatch batch;
        EventRow row = events.any(1);
        row.policy = events.term(QStringLiteral("TLS"));
        row.hostedOn = events.term(QStringLiteral("AMAZON"));
        row.actor = events.term(QStringLiteral("alice@example.org"));
        row.time = now().time_since_epoch().count() - 3LL * 24 * 3600 * 1000 - 1000;
        batch.rows = { row };
        batch.terms = events.takeTerms();
        batch.repeats = { { 1, 1, 1'900'000'000'000 } };
        index.append(batch);
        QTRY_COMPARE(model.rowCount(), 1);
        const auto cell = [&model](int column) { return model.index(0, column).data().toString(); };
        QCOMPARE(cell(EventsModel::Policy), QStringLiteral("TLS"));
        QCOMPARE(cell(EventsModel::HostedOn), QStringLiteral("AMAZON"));
        QCOMPARE(cell(EventsModel::Actor), QStringLiteral("alice@example.org"));
        QCOMPARE(cell(EventsModel::Deliveries), QStringLiteral("2"));
        QCOMPARE(cell(EventsModel::Age), QStringLiteral("3 d"));
        QVERIFY(!cell(EventsModel::Family).isEmpty());
        for (int column = 0; column < EventsModel::ColumnCount; ++column) {
            QCOMPARE(model.columnOf(model.columnName(column)), column);
            QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::DisplayRole)
                             .toString()
                             .isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(PayloadCellsTest)
#include "payloadcellstest.moc"
