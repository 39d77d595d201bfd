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
    void keepsRefusedBody();
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
    QVERIFY(fixture.sink.deliveries.isEmpty());
    client.send(httpPost()); // a bad body is no reason to hang up
    QCOMPARE(client.reply().status, 200);
}

void TestAnswers::keepsRefusedBody()
{
    HttpFixture fixture;
    HttpRawClient client(fixture.port());
    client.send(httpPost("[1, 2"));
    QCOMPARE(client.reply().status, 400);
    QCOMPARE(fixture.sink.refusals.size(), 1);
    QCOMPARE(fixture.sink.refusals.first().body, QByteArray("[1, 2"));
    QCOMPARE(fixture.sink.refusals.first().status, 400);
    QCOMPARE(fixture.sink.refusals.first().path, QStringLiteral("/webhook"));
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
