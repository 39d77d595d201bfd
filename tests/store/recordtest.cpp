// SPDX-License-Identifier: GPL-3.0-or-later
// What the writer puts on record of a request, beside its events.
#include "app/store/acceptedpart.h"
#include "app/store/deliverysession.h"
#include "app/store/eventreader.h"
#include "app/store/headtable.h"
#include "app/store/requesthead.h"
#include "tests/support/storebodies.h"
#include "tests/support/storerig.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

namespace {

class TestRecord final : public QObject
{
    Q_OBJECT

private slots:
    void headsComeBackAsTheyWere_data();
    void headsComeBackAsTheyWere();
    void headsAreKeptOnce();
    void newHeadsDoNotGrowMemory();
    void timeToAcknowledgeBecomesKnown();
    void timesAreWrittenTogether();
    void nothingButBadParts();
    void refusalsKeepHeadAndTime();
    void repeatsKnowTheirDelivery();
    void acceptedParts_data();
    void acceptedParts();
    void acceptedPartsCannotEscape();
    void acceptingTwice();
    void acceptingWhatIsNotThere();
};

qint64 number(const app::DatabaseUrl &url, const char *sql)
{
    const auto connection = app::Connection::open(url, app::Connection::Mode::Read);
    const auto value = connection.value()->number(QString::fromLatin1(sql));
    return value ? value.value() : -1;
}

models::DeliveryDetail detail(const app::DatabaseUrl &url, qint64 id)
{
    const auto session = app::DeliverySession::open(url);
    const auto found = session.value()->detail(id);
    return found ? found.value() : models::DeliveryDetail();
}

void TestRecord::headsComeBackAsTheyWere_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<qint64>("length");
    QTest::newRow("usual") << QByteArray("POST / HTTP/1.1\r\nContent-Length: 17\r\nA: b\r\n\r\n")
                           << qint64(17);
    QTest::newRow("odd case and space")
            << QByteArray("POST / HTTP/1.1\ncontent-LENGTH:\t 0\n") << qint64(0);
    QTest::newRow("at the end") << QByteArray("POST / HTTP/1.1\r\nContent-Length:5") << qint64(5);
    QTest::newRow("none") << QByteArray("POST / HTTP/1.1\r\nX: 1\r\n") << qint64(-1);
    QTest::newRow("no number") << QByteArray("P\r\nContent-Length: 1x\r\n") << qint64(-1);
    QTest::newRow("leading zero") << QByteArray("P\r\nContent-Length: 017\r\n") << qint64(-1);
    QTest::newRow("huge") << QByteArray("P\r\nContent-Length: 99999999999999999999\r\n")
                          << qint64(-1);
    QTest::newRow("in the first line") << QByteArray("Content-Length: 4\r\nX: y") << qint64(-1);
    QTest::newRow("only a beginning")
            << QByteArray("P\r\nX-Content-Length: 4\r\nContent-Le") << qint64(-1);
    QTest::newRow("a NUL of their own")
            << QByteArray("P\r\nContent-Length: \0\r\n", 22) << qint64(-1);
    QTest::newRow("empty") << QByteArray() << qint64(-1);
}

void TestRecord::headsComeBackAsTheyWere()
{
    QFETCH(QByteArray, head);
    QFETCH(qint64, length);
    const app::SplitHead split = app::splitHead(head);
    QCOMPARE(split.length, length);
    QCOMPARE(split.text == head, length < 0);
    QCOMPARE(app::joinHead(split), head);
}

void TestRecord::headsAreKeptOnce()
{
    const StoreFolder folder;
    StoreBodies bodies;
    QList<models::Delivery> sent;
    for (const int round : { 0, 1 }) { // the second one knows the first one's from the file
        WriterRig rig(folder.url());
        QCOMPARE(rig.open(), QString());
        for (int i = 0; i < 20; ++i) {
            models::Delivery delivery = bodies.nextDelivery();
            if (i == 7) // as of a packed body: its length is not that of what was in it
                delivery.head.replace("Content-Length: 1", "Content-Length: 9");
            sent.append(delivery);
            QVERIFY(rig.writer().submit(delivery));
            QCOMPARE(rig.receipts(i + 1).value(i).failure, QString());
        }
        QVERIFY(rig.close());
        QCOMPARE(number(folder.url(), "SELECT count(*) FROM heads"), 1);
        Q_UNUSED(round)
    }
    for (qsizetype i = 0; i < sent.size(); ++i)
        QCOMPARE(detail(folder.url(), i + 1).head, sent[i].head);
}

void TestRecord::newHeadsDoNotGrowMemory()
{
    app::HeadTable table;
    for (quint64 i = 1; i <= 10000; ++i) {
        table.insert({ i, 0 }, qint64(i));
        QCOMPARE(table.find({ i, 0 }), qint64(i));
        QVERIFY(table.size() <= app::HeadTable::most);
    }
    QCOMPARE(table.find({ 1, 0 }), 0);
}

void TestRecord::timeToAcknowledgeBecomesKnown()
{
    const StoreFolder folder;
    WriterRig rig(folder.url());
    QCOMPARE(rig.open(), QString());
    QSignalSpy recorded(&rig.writer(), &app::Writer::recorded);
    models::Delivery delivery = storeDelivery("{\"event\": \"timed\"}");
    const auto begun = std::chrono::steady_clock::now();
    delivery.began = begun - std::chrono::milliseconds(40);
    models::Delivery untimed = storeDelivery("{\"event\": \"untimed\"}", 2);
    untimed.began = {};
    QVERIFY(rig.writer().submit(delivery));
    QCOMPARE(rig.receipts(1).size(), 1);
    const auto answered = std::chrono::steady_clock::now() - begun;
    QTRY_VERIFY(detail(folder.url(), 1).record.took.has_value()); // by itself, in idleness
    QTRY_COMPARE(recorded.size(), 2); // the record, then the time
    const auto took = *detail(folder.url(), 1).record.took;
    QVERIFY2(took >= std::chrono::milliseconds(40), qPrintable(QString::number(took.count())));
    QVERIFY(took <= answered + std::chrono::milliseconds(40));
    QVERIFY(rig.writer().submit(untimed));
    QCOMPARE(rig.receipts(2).size(), 2);
    QVERIFY(rig.close());
    QVERIFY(!detail(folder.url(), 2).record.took.has_value());
}

void TestRecord::timesAreWrittenTogether()
{
    const StoreFolder folder;
    app::WriterOptions options;
    options.idleTime = std::chrono::hours(1);
    WriterRig rig(folder.url(), options);
    QCOMPARE(rig.open(), QString());
    constexpr int together = 32;
    const auto commitOne = [&](int number) {
        const QByteArray body = "{\"event\": \"" + QByteArray::number(number) + "\"}";
        return rig.writer().submit(storeDelivery(body, quint64(number)))
                && rig.receipts(number).size() == number;
    };
    const auto isTold = [&](int number) {
        return detail(folder.url(), number).record.took.has_value();
    };
    for (int number = 1; number <= together; ++number)
        QVERIFY(commitOne(number));
    QVERIFY(!isTold(1));
    QVERIFY(commitOne(together + 1));
    for (int number = 1; number <= together; ++number)
        QVERIFY2(isTold(number), qPrintable(QString::number(number)));
    QVERIFY(!isTold(together + 1));
    QVERIFY(rig.close()); // the last one's at the end
    QVERIFY(isTold(together + 1));
}

void TestRecord::nothingButBadParts()
{
    const StoreFolder folder;
    WriterRig rig(folder.url());
    QCOMPARE(rig.open(), QString());
    models::Delivery delivery = storeDelivery("this is no JSON", 5);
    QVERIFY(delivery.decoded.events.isEmpty());
    delivery.decoded.refused = { { 0, QStringLiteral("not valid JSON"), "this is no JSON" } };
    delivery.status = 400;
    delivery.code = 6;
    QVERIFY(rig.writer().submit(delivery));
    const models::Receipt receipt = rig.receipts(1).value(0);
    QCOMPARE(receipt.failure, QString());
    QCOMPARE(receipt.status, 400);
    QCOMPARE(receipt.code, 6);
    QCOMPARE(receipt.stored, 0);
    QCOMPARE(receipt.refused, 1);
    QCOMPARE(receipt.firstReason, delivery.decoded.refused.constFirst().reason);
    QVERIFY(rig.close());

    const models::DeliveryDetail kept = detail(folder.url(), 1);
    QCOMPARE(kept.record.status, 400);
    QCOMPARE(kept.record.cause, receipt.firstReason);
    QCOMPARE(kept.record.result(), models::DeliveryResult::Refused);
    QCOMPARE(kept.parts.size(), 1);
    QCOMPARE(kept.parts[0].bytes, QByteArray("this is no JSON"));
    QVERIFY(kept.events.isEmpty() && kept.body.isEmpty());
    const auto reader = app::EventReader::open(folder.url());
    const auto counts = reader.value()->deliveryCounts();
    QCOMPARE(counts.value().size(), size_t(1));
    QCOMPARE(counts.value()[0].status, 400);
    QCOMPARE(counts.value()[0].cause, receipt.firstReason);
}

void TestRecord::refusalsKeepHeadAndTime()
{
    const StoreFolder folder;
    WriterRig rig(folder.url());
    QCOMPARE(rig.open(), QString());
    models::Refusal refusal;
    refusal.received = models::now();
    refusal.peer = QStringLiteral("192.0.2.1");
    refusal.status = 401;
    refusal.cause = QStringLiteral("Invalid token");
    refusal.head = "POST /webhook HTTP/1.1\r\nContent-Length: 12\r\n\r\n";
    refusal.took = std::chrono::microseconds(1234);
    rig.writer().record(refusal);
    refusal.took = {};
    rig.writer().record(refusal);
    QVERIFY(rig.close());
    QCOMPARE(detail(folder.url(), 1).head, refusal.head);
    QCOMPARE(detail(folder.url(), 1).record.took, std::chrono::microseconds(1234));
    QVERIFY(!detail(folder.url(), 2).record.took.has_value());
    QVERIFY(detail(folder.url(), 2).parts.isEmpty());
}

void TestRecord::repeatsKnowTheirDelivery()
{
    const StoreFolder folder;
    WriterRig rig(folder.url());
    QCOMPARE(rig.open(), QString());
    for (const int number : { 1, 2 })
        QVERIFY(rig.writer().submit(storeDelivery("{\"event\": \"same\"}", number)));
    models::Delivery imported = storeDelivery("{\"event\": \"same\"}", 3);
    imported.imported = true;
    QVERIFY(rig.writer().submit(imported));
    QCOMPARE(rig.receipts(3).size(), 3);
    QVERIFY(rig.close());
    QCOMPARE(number(folder.url(), "SELECT count(*) FROM repeats"), 1); // not the imported one
    QCOMPARE(number(folder.url(), "SELECT delivery FROM repeats"), 2);
    QVERIFY(detail(folder.url(), 3).record.imported);
    QCOMPARE(detail(folder.url(), 1).events, QList<qint64> { 1 });
    QCOMPARE(detail(folder.url(), 1).body, QByteArray("{\"event\": \"same\"}"));
}

void TestRecord::acceptedParts_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("member");
    QTest::newRow("object") << QByteArray("{ \"a\": 1.50, \"b\": [1, 2] }")
                            << QStringLiteral("body");
    QTest::newRow("number") << QByteArray("42") << QStringLiteral("body");
    QTest::newRow("large number") << QByteArray("{\"id\": 123456789012345678901234567890}")
                                  << QStringLiteral("body");
    QTest::newRow("nested deeply")
            << QByteArray(QByteArray(200, '[') + QByteArray(200, ']')) << QStringLiteral("body");
    QTest::newRow("too deeply") << QByteArray(QByteArray(5000, '[') + QByteArray(5000, ']'))
                                << QStringLiteral("text");
    QTest::newRow("text") << QByteArray("no \"JSON\"\n\\ at all \xC3\xA4")
                          << QStringLiteral("text");
    QTest::newRow("empty") << QByteArray() << QStringLiteral("text");
    QTest::newRow("bytes") << QByteArray("\x1f\x8b\xff\x00\x01", 5) << QStringLiteral("base64");
    QTest::newRow("with a mark") << QByteArray("\xEF\xBB\xBFtext") << QStringLiteral("base64");
}

void TestRecord::acceptedParts()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, member);
    const auto event = app::acceptedEvent({ 3, QStringLiteral("not \"valid\" JSON"), bytes });
    QVERIFY(event.ok());
    QCOMPARE(event.value().family, models::Family::Other);
    QCOMPARE(event.value().title, QStringLiteral("Accepted by hand: not \"valid\" JSON"));
    QCOMPARE(models::decodeStored(event.value().body).title, event.value().title);
    if (member == QLatin1String("body")) {
        QVERIFY(event.value().body.contains(QByteArray("\"body\": " + bytes + "}}")));
        return;
    }
    const QJsonObject inner = QJsonDocument::fromJson(event.value().body)
                                      .object()
                                      .value(QLatin1String("event"))
                                      .toObject();
    QVERIFY(inner.value(QLatin1String("accepted_by_hand")).toBool());
    const QString kept = inner.value(member).toString();
    QCOMPARE(member == QLatin1String("text") ? kept.toUtf8()
                                             : QByteArray::fromBase64(kept.toLatin1()),
             bytes);
}

void TestRecord::acceptedPartsCannotEscape()
{
    for (const QByteArray &bytes :
         { QByteArray("1}}, {\"event\": {\"type\": \"API_SECURE__POLICY_VIOLATION_OPENED\""),
           QByteArray("1, \"type\": \"API_SECURE__POLICY_VIOLATION_OPENED\""),
           QByteArray("1], \"type\": [2"), QByteArray("{\"a\": 1} {\"b\": 2}") }) {
        const auto event = app::acceptedEvent({ 0, QStringLiteral("bad"), bytes });
        QVERIFY(event.ok());
        QCOMPARE(event.value().type, QString());
        QVERIFY(event.value().body.contains("\"text\": "));
    }
}

void TestRecord::acceptingTwice()
{
    const StoreFolder folder;
    WriterRig rig(folder.url());
    QCOMPARE(rig.open(), QString());
    QSignalSpy accepted(&rig.writer(), &app::Writer::partAccepted);
    QSignalSpy grew(&rig.writer(), &app::Writer::grew);
    models::Delivery delivery = storeDelivery("{\"event\": \"good\"} [1] {\"no\": \"event\"}");
    delivery.received = models::now() - std::chrono::hours(5);
    QCOMPARE(delivery.decoded.refused.size(), 2);
    const int position = int(delivery.decoded.refused.constLast().position);
    QVERIFY(rig.writer().submit(delivery));
    QCOMPARE(rig.receipts(1).size(), 1);
    QTRY_COMPARE(grew.size(), 1);
    for (int i = 0; i < 2; ++i) {
        QMetaObject::invokeMethod(&rig.writer(),
                                  [&rig, position] { rig.writer().acceptPart(1, position); });
    }
    QTRY_COMPARE(accepted.size(), 2);
    QCOMPARE(accepted[0], (QVariantList { qint64(1), position, qint64(2) }));
    QCOMPARE(accepted[1], accepted[0]);
    QTRY_VERIFY(grew.size() >= 2);
    QVERIFY(rig.close());

    const models::DeliveryDetail kept = detail(folder.url(), 1);
    QCOMPARE(kept.parts.value(0).acceptedAs, 0);
    QCOMPARE(kept.parts.value(1).acceptedAs, 2);
    QCOMPARE(kept.record.events, 1); // what the request brought stays what it was
    const QList<HeldEvent> held = heldEvents(folder.url());
    QCOMPARE(held.size(), 2);
    QCOMPARE(held[1].deliveries, 1);
    QVERIFY(held[1].body.contains("\"body\": {\"no\": \"event\"}"));
    QCOMPARE(number(folder.url(), "SELECT received FROM events WHERE id = 2"),
             delivery.received.time_since_epoch().count());
}

void TestRecord::acceptingWhatIsNotThere()
{
    const StoreFolder folder;
    WriterRig rig(folder.url());
    QSignalSpy failed(&rig.writer(), &app::Writer::acceptFailed);
    const auto accept = [&rig] {
        QMetaObject::invokeMethod(&rig.writer(), [&rig] { rig.writer().acceptPart(1, 0); });
    };
    accept(); // not open yet
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(rig.open(), QString());
    accept(); // no such part
    QTRY_COMPARE(failed.size(), 2);
    QVERIFY(!failed[1][2].toString().isEmpty());
    QVERIFY(rig.close());
    QVERIFY(heldEvents(folder.url()).isEmpty());
}

} // namespace

QTEST_GUILESS_MAIN(TestRecord)
#include "recordtest.moc"
