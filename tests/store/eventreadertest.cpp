// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/eventreader.h"
#include "testpaths.h"
#include "tests/support/storebodies.h"
#include "tests/support/storerig.h"

#include <QTest>

namespace {

class TestEventReader final : public QObject
{
    Q_OBJECT

private slots:
    void anAbsentStoreFails();
    void rowsSayWhatTheEventsSay();
    void repeatsWaitForTheirEvents();
    void stopsAndGoesOn();
};

void TestEventReader::anAbsentStoreFails()
{
    const StoreFolder folder;
    const auto reader = app::EventReader::open(folder.url());
    QVERIFY(!reader.ok());
    QVERIFY(reader.error().contains(folder.url().sqlitePath));
}

void TestEventReader::stopsAndGoesOn()
{
    const StoreFolder folder;
    {
        WriterRig rig(folder.url());
        QCOMPARE(rig.open(), QString());
        StoreBodies bodies;
        for (int i = 0; i < 10; ++i)
            QVERIFY(rig.writer().submit(bodies.nextDelivery()));
        QVERIFY(rig.close());
    }
    const auto reader = app::EventReader::open(folder.url());
    QVERIFY(reader.ok());
    QList<qint64> ids;
    const auto take = [&ids](const app::EventReader::Item &item) {
        ids.append(item.row.id);
        return item.row.id % 4 != 0;
    };
    QVERIFY(reader.value()->forEach(take).ok());
    QCOMPARE(ids, (QList<qint64> { 1, 2, 3, 4 }));
    QVERIFY(reader.value()->forEach(take, 4).ok());
    QCOMPARE(ids, (QList<qint64> { 1, 2, 3, 4, 5, 6, 7, 8 }));
    QCOMPARE(reader.value()->term(0).value(), QString());
    QCOMPARE(reader.value()->term(1000000).value(), QString());
    QCOMPARE(reader.value()->body(1000000).value(), QByteArray());
}

void TestEventReader::rowsSayWhatTheEventsSay()
{
    const StoreFolder folder;
    WriterRig rig(folder.url());
    QCOMPARE(rig.open(), QString());
    QFile file(QStringLiteral(TEST_DATA_DIR
                              "/samples/inferred/API_SECURE__POLICY_VIOLATION_WONT_FIX.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const models::Delivery delivery = storeDelivery(file.readAll());
    const models::Event event = delivery.decoded.events.value(0);
    QVERIFY(rig.writer().submit(delivery));
    models::Delivery second = storeDelivery("{\"event\": \"Hello, world!\"}");
    QVERIFY(!second.decoded.events.value(0).time);
    QVERIFY(rig.writer().submit(second));
    QVERIFY(rig.close());

    const auto reader = app::EventReader::open(folder.url());
    QVERIFY(reader.ok());
    const auto batch = reader.value()->newer(0, 0, 10);
    QVERIFY(batch.ok());
    QCOMPARE(batch.value().rows.size(), size_t(2));
    QHash<models::TermId, QString> texts { { 0, QString() } };
    for (const models::Term &term : batch.value().terms)
        texts.insert(term.id, QString::fromUtf8(term.text));
    const models::EventRow &row = batch.value().rows[0];
    QCOMPARE(row.received, qint64(delivery.received.time_since_epoch().count()));
    QCOMPARE(row.time, qint64(event.time->time_since_epoch().count()));
    QCOMPARE(row.family, event.family);
    QCOMPARE(row.severity, event.severity);
    QCOMPARE(row.status, event.status);
    QCOMPARE(texts[row.type], event.type);
    QCOMPARE(texts[row.product], event.product);
    QCOMPARE(texts[row.title], event.title);
    QVERIFY(texts[row.text].startsWith(event.description + QLatin1Char('\n')
                                       + event.recommendation));
    QVERIFY(!event.exceptionExplanation.isEmpty());
    QVERIFY(texts[row.text].endsWith(event.exceptionExplanation));
    QCOMPARE(texts[row.asset], event.asset.name);
    QCOMPARE(texts[row.group], event.group.name);
    QCOMPARE(texts[row.policy], event.policy.name);
    QCOMPARE(texts[row.subject], event.subjectId);
    QCOMPARE(texts[row.severityWord], event.severityWord);
    QCOMPARE(texts[row.statusWord], event.statusWord);
    QCOMPARE(texts[row.assetType], event.assetType);
    QCOMPARE(texts[row.hostedOn], event.hostedOn);
    QCOMPARE(texts[row.discoveredVia], event.discoveredVia);
    QCOMPARE(texts[row.actor], event.actor);
    QCOMPARE(reader.value()->term(row.title).value(), event.title);
    QCOMPARE(reader.value()->body(row.id).value(), event.body);
    const models::EventRow &timeless = batch.value().rows[1];
    QCOMPARE(timeless.time, timeless.received);
}

void TestEventReader::repeatsWaitForTheirEvents()
{
    const StoreFolder folder;
    WriterRig rig(folder.url());
    QCOMPARE(rig.open(), QString());
    QByteArray body;
    for (const char *name : { "a", "b", "c", "c", "a" })
        body += QByteArray("{\"event\": \"") + name + "\"}";
    QVERIFY(rig.writer().submit(storeDelivery(body)));
    QVERIFY(rig.close());
    const auto reader = app::EventReader::open(folder.url());
    QVERIFY(reader.ok());
    const auto first = reader.value()->newer(0, 0, 2);
    QVERIFY(first.ok());
    QCOMPARE(first.value().rows.size(), size_t(2));
    QVERIFY(first.value().repeats.empty()); // the first is of the third event
    QVERIFY(!first.value().complete);
    const auto rest = reader.value()->newer(2, 0, 10);
    QVERIFY(rest.ok());
    QCOMPARE(rest.value().rows.size(), size_t(1));
    QCOMPARE(rest.value().repeats.size(), size_t(2));
    QCOMPARE(rest.value().repeats[0].event, 3);
    QCOMPARE(rest.value().repeats[1].event, 1);
    QVERIFY(rest.value().complete);
}

} // namespace

QTEST_GUILESS_MAIN(TestEventReader)
#include "eventreadertest.moc"
