// SPDX-License-Identifier: GPL-3.0-or-later
// Values of stored bodies, read for columns: off the caller's thread, bounded, numbered.
#include "app/store/sqlpayloadvalues.h"
#include "tests/support/storerig.h"

#include <QSignalSpy>
#include <QTest>

using models::PayloadTexts;

namespace {

/// A body as it is delivered, numbered so that a receipt answers it.
models::Delivery deliveryOf(const QByteArray &body, int number)
{
    models::Delivery delivery;
    delivery.ticket = { 1, quint64(number) };
    delivery.received = models::now();
    delivery.decoded = models::decodeBody(body);
    return delivery;
}

} // namespace

class PayloadValuesTest final : public QObject
{
    Q_OBJECT
private slots:
    void valuesOfStoredBodies()
    {
        StoreFolder folder;
        WriterRig rig(folder.url());
        QCOMPARE(rig.open(), QString());
        int number = 0;
        for (const char *body :
             { R"({"event":{"id":"1","data":{"asset":{"url":"https://a.example"}},"tags":["x","y"]}})",
               R"({"event":{"id":"2","data":{"asset":{}}}})" }) {
            QVERIFY(rig.writer().submit(deliveryOf(body, ++number)));
        }
        QCOMPARE(rig.receipts(2).size(), 2);

        app::SqlPayloadValues values(folder.url());
        QSignalSpy read(&values, &models::PayloadValues::read);
        const QList<HeldEvent> held = heldEvents(folder.url());
        QCOMPARE(held.size(), 2);
        const QStringList paths { QStringLiteral("data.asset.url"), QStringLiteral("tags") };
        const quint64 first = values.request({ held.at(0).id, held.at(1).id, 999 }, paths);
        const quint64 second = values.request({ held.at(0).id }, { QStringLiteral("nothing") });
        QVERIFY(first != second);
        QTRY_COMPARE(read.size(), 2);
        QCOMPARE(read.at(0).at(0).toULongLong(), first);
        const auto texts = read.at(0).at(1).value<PayloadTexts>();
        QCOMPARE(texts.size(), 2); // 999 is not there
        QCOMPARE(texts.value(held.at(0).id),
                 QStringList({ QStringLiteral("https://a.example"), QStringLiteral("x\ny") }));
        QCOMPARE(texts.value(held.at(1).id), QStringList({ QString(), QString() }));
        QCOMPARE(read.at(1).at(1).value<PayloadTexts>().value(held.at(0).id),
                 QStringList { QString() });
        QVERIFY(!read.at(0).at(2).toBool());
        QVERIFY(rig.close());
    }

    void longValuesAreCut()
    {
        StoreFolder folder;
        WriterRig rig(folder.url());
        QCOMPARE(rig.open(), QString());
        QByteArray body = "{\"event\":{\"id\":\"1\",\"long\":\"";
        body += QByteArray(100'000, 'x') + "\"}}";
        QVERIFY(rig.writer().submit(deliveryOf(body, 1)));
        QCOMPARE(rig.receipts(1).size(), 1);
        app::SqlPayloadValues values(folder.url());
        QSignalSpy read(&values, &models::PayloadValues::read);
        const qint64 id = heldEvents(folder.url()).first().id;
        values.request({ id }, { QStringLiteral("long") });
        QTRY_COMPARE(read.size(), 1);
        QCOMPARE(read.at(0).at(1).value<PayloadTexts>().value(id).first().size(),
                 models::PayloadValues::longestText);
        QVERIFY(rig.close());
    }

    void noStoreIsAFailure()
    {
        StoreFolder folder;
        app::SqlPayloadValues values(folder.url());
        QSignalSpy read(&values, &models::PayloadValues::read);
        values.request({ 1 }, { QStringLiteral("a") });
        QTRY_COMPARE(read.size(), 1);
        QVERIFY(read.at(0).at(2).toBool());
    }
};

QTEST_GUILESS_MAIN(PayloadValuesTest)
#include "payloadvaluestest.moc"
