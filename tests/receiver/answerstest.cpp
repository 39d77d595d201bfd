// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/httpfixture.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace {

QJsonObject jsonOf(const HttpReply &reply)
{
    return QJsonDocument::fromJson(reply.body).object();
}

/// What senders are told: routes, bad bodies, a store that cannot.
class TestAnswers final : public QObject
{
    Q_OBJECT
private slots:
    void reportsBadParts();
    void refusesBodies_data();
    void refusesBodies();
    void keepsRefusedBody_data();
    void keepsRefusedBody();
    void refusesOnlyWhatIsKept();
    void fullSink();
    void failedCommit();
    void routes_data();
    void routes();
};

void TestAnswers::reportsBadParts()
{
    HttpFixture fixture;
    HttpRawClient client(fixture.port());
    client.send(httpPost(httpHello + "\n{\"no\": 1}\n" + httpHello));
    const HttpReply reply = client.reply();
    QCOMPARE(reply.status, 200);
    QCOMPARE(jsonOf(reply)[QLatin1String("events")].toInt(), 2);
    QCOMPARE(jsonOf(reply)[QLatin1String("refused")].toInt(), 1);
    QVERIFY(!jsonOf(reply)[QLatin1String("reason")].toString().isEmpty());
}

void TestAnswers::refusesBodies_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("code");
    QTest::newRow("nothing") << QByteArray() << 5;
    QTest::newRow("white space") << QByteArray(" \r\n") << 5;
    QTest::newRow("not JSON") << QByteArray("hello") << 6;
    QTest::newRow("broken") << QByteArray("{\"event\": ") << 6;
    QTest::newRow("empty object") << QByteArray("{}") << 12;
    QTest::newRow("no event") << QByteArray("{\"time\": 1}") << 12;
}

void TestAnswers::refusesBodies()
{
    QFETCH(QByteArray, body);
    QFETCH(int, code);
    HttpFixture fixture;
    HttpRawClient client(fixture.port());
    client.send(httpPost(body));
    const HttpReply reply = client.reply();
    QCOMPARE(reply.status, 400);
    QCOMPARE(jsonOf(reply)[QLatin1String("code")].toInt(), code);
    QCOMPARE(fixture.sink.deliveries.size(), 1);
    QVERIFY(fixture.sink.deliveries.first().decoded.events.isEmpty());
    QVERIFY(fixture.sink.refusals.isEmpty()); // it is on record as a delivery
    client.send(httpPost()); // a bad body is no reason to hang up
    QCOMPARE(client.reply().status, 200);
}

void TestAnswers::keepsRefusedBody_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArrayList>("parts");
    const QByteArray gzip = "Content-Encoding: gzip\r\n";
    const QByteArray damaged = QByteArray::fromHex("1f8b0800000000000003ab564a2d");
    QTest::newRow("not JSON") << QByteArray("hello") << QByteArray() << 400
                              << QByteArrayList { "hello" };
    QTest::newRow("numbers") << QByteArray("[1, 2]") << QByteArray() << 400
                             << QByteArrayList { "[1, 2]" };
    QTest::newRow("empty object") << QByteArray("{}") << QByteArray() << 400
                                  << QByteArrayList { "{}" };
    QTest::newRow("empty array") << QByteArray("[]") << QByteArray() << 400
                                 << QByteArrayList { "[]" };
    QTest::newRow("damaged gzip") << damaged << gzip << 400 << QByteArrayList { damaged };
}

void TestAnswers::keepsRefusedBody()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, fields);
    QFETCH(int, status);
    QFETCH(QByteArrayList, parts);
    HttpFixture fixture;
    HttpRawClient client(fixture.port());
    client.send(httpPost(body, "/webhook", fields));
    const HttpReply reply = client.reply();
    QCOMPARE(reply.status, status);
    QVERIFY(!jsonOf(reply)[QLatin1String("text")].toString().isEmpty());
    QCOMPARE(fixture.sink.deliveries.size(), 1);
    const models::Delivery delivery = fixture.sink.deliveries.first();
    QCOMPARE(delivery.status, status);
    QCOMPARE(delivery.path, QStringLiteral("/webhook"));
    QVERIFY(delivery.head.startsWith("POST /webhook HTTP/1.1\n"));
    QVERIFY(delivery.decoded.events.isEmpty());
    QByteArrayList kept;
    for (const models::RefusedPart &part : delivery.decoded.refused)
        kept.append(part.bytes);
    QCOMPARE(kept, parts);
    QVERIFY(fixture.sink.refusals.isEmpty());
    QTRY_VERIFY(!fixture.counters.isEmpty());
    const auto counted = fixture.counters.last().first().value<models::ReceiverCounters>();
    QCOMPARE(counted.refused, 1u); // once
    QCOMPARE(counted.accepted, 0u);
}

void TestAnswers::refusesOnlyWhatIsKept()
{
    HttpFixture fixture;
    fixture.sink.commitsAtOnce = false;
    HttpRawClient client(fixture.port());
    client.send(httpPost("hello"));
    QTRY_COMPARE(fixture.sink.waiting(), 1);
    QCOMPARE(client.reply(100).status, 0); // not before it is on disk
    fixture.sink.commit();
    QCOMPARE(client.reply().status, 400);
    fixture.sink.failure = QStringLiteral("disk full");
    client.send(httpPost("hello"));
    QTRY_COMPARE(fixture.sink.waiting(), 1);
    fixture.sink.commit();
    QCOMPARE(client.reply().status, 503); // else the sender would throw it away
    fixture.sink.isFull = true;
    client.send(httpPost("hello"));
    QCOMPARE(client.reply().status, 503);
}

void TestAnswers::fullSink()
{
    HttpFixture fixture;
    fixture.sink.isFull = true;
    HttpRawClient client(fixture.port());
    client.send(httpPost());
    const HttpReply reply = client.reply();
    QCOMPARE(reply.status, 503);
    QVERIFY(reply.head.contains("Retry-After: "));
    client.send("GET /readyz HTTP/1.1\r\nHost: a\r\n\r\n");
    QCOMPARE(client.reply().status, 503);
    fixture.sink.isFull = false;
    client.send(httpPost());
    QCOMPARE(client.reply().status, 200);
    client.send("GET /readyz HTTP/1.1\r\nHost: a\r\n\r\n");
    QCOMPARE(client.reply().status, 200);
}

void TestAnswers::failedCommit()
{
    HttpFixture fixture;
    fixture.sink.failure = QStringLiteral("disk full");
    HttpRawClient client(fixture.port());
    client.send(httpPost());
    const HttpReply reply = client.reply();
    QCOMPARE(reply.status, 503);
    QVERIFY(reply.head.contains("Retry-After: "));
}

void TestAnswers::routes_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("holds");
    const QByteArray host = " HTTP/1.1\r\nHost: a\r\n\r\n";
    QTest::newRow("healthz") << "GET /healthz" + host << 200 << QByteArray("\"code\":0");
    QTest::newRow("readyz") << "GET /readyz" + host << 200 << QByteArray("\"code\":0");
    QTest::newRow("HEC health") << "GET /services/collector/health" + host << 200
                                << QByteArray("17");
    QTest::newRow("metrics") << "GET /metrics" + host << 200
                             << QByteArray("watchfloor_deliveries_accepted_total 0\n");
    QTest::newRow("query") << "GET /healthz?x=1" + host << 200 << QByteArray();
    QTest::newRow("unknown") << "GET /" + host << 404 << QByteArray("\"code\":404");
    QTest::newRow("below") << "POST /webhook/x" + host << 404 << QByteArray();
    QTest::newRow("dots") << "POST /x/../webhook" + host << 404 << QByteArray();
    QTest::newRow("case") << "POST /Webhook" + host << 404 << QByteArray();
    QTest::newRow("hook without url mode") << "POST /hook/abc" + host << 404 << QByteArray();
    QTest::newRow("wrong method") << "GET /webhook" + host << 405 << QByteArray("Allow: POST\r\n");
    QTest::newRow("HEAD") << "HEAD /healthz" + host << 405 << QByteArray("Allow: GET\r\n");
    QTest::newRow("HEC") << httpPost(httpHello, "/services/collector") << 200 << QByteArray();
    QTest::newRow("HEC event") << httpPost(httpHello, "/services/collector/event") << 200
                               << QByteArray("\"code\":0");
    QTest::newRow("too large") << httpPost(QByteArray(1024 * 1024 + 1, 'x')) << 413
                               << QByteArray("\"code\":413");
}

void TestAnswers::routes()
{
    QFETCH(QByteArray, request);
    QFETCH(int, status);
    QFETCH(QByteArray, holds);
    HttpFixture fixture;
    HttpRawClient client(fixture.port());
    client.send(request);
    const HttpReply reply = client.reply();
    QCOMPARE(reply.status, status);
    const QByteArray all = reply.head + reply.body;
    QVERIFY2(all.contains(holds), all.constData());
    if (status >= 400) {
        QCOMPARE(fixture.sink.refusals.size(), 1);
        QCOMPARE(fixture.sink.refusals.first().status, status);
        QVERIFY(!fixture.sink.refusals.first().cause.isEmpty());
    }
}

} // namespace

QTEST_GUILESS_MAIN(TestAnswers)
#include "answerstest.moc"
