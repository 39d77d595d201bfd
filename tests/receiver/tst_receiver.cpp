// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/httpfixture.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

namespace {

QJsonObject jsonOf(const HttpReply &reply)
{
    return QJsonDocument::fromJson(reply.body).object();
}

/// What an honest sender sees.
class TestReceiver final : public QObject
{
    Q_OBJECT
private slots:
    void vendorsCheckCall();
    void keepsConnectionOpen();
    void splitAnywhere();
    void chunked();
    void asksToContinue();
    void oldHttp();
    void closesWhenAsked();
    void unpacksGzip();
    void answersAfterTheCommit();
    void oneBatchAnswersMany();
    void reportsBadParts();
    void refusesBodies_data();
    void refusesBodies();
    void keepsRefusedBody();
    void fullSink();
    void failedCommit();
    void routes_data();
    void routes();
    void countsWithinBounds();
};

void TestReceiver::vendorsCheckCall()
{
    HttpFixture fixture;
    QCOMPARE(fixture.applied.size(), 1);
    QProcess curl;
    curl.start(QStringLiteral("curl"),
               { QStringLiteral("-sk"), QStringLiteral("-m5"), fixture.state().url,
                 QStringLiteral("-H"), QStringLiteral("Authorization: Bearer ") + fixture.token,
                 QStringLiteral("-H"), QStringLiteral("Content-Type: application/json"),
                 QStringLiteral("-d"), QString::fromLatin1(httpHello) });
    if (!QTest::qWaitFor([&] { return curl.state() == QProcess::NotRunning; }, 8000))
        curl.kill();
    QCOMPARE(curl.readAllStandardOutput(),
             QByteArray(R"({"text":"Success","code":0,"events":1,"repeated":0})"));
    QCOMPARE(fixture.sink.deliveries.size(), 1);
    const models::Delivery delivery = fixture.sink.deliveries.first();
    QCOMPARE(delivery.peer, QStringLiteral("127.0.0.1"));
    QCOMPARE(delivery.path, QStringLiteral("/webhook"));
    QCOMPARE(delivery.decoded.events.first().body, httpHello);
}

void TestReceiver::keepsConnectionOpen()
{
    HttpFixture fixture;
    HttpRawClient client(fixture.port());
    for (int i = 0; i < 120; ++i) {
        client.send(httpPost("{\"event\": \"" + QByteArray::number(i) + "\"}"));
        QCOMPARE(client.reply().status, 200);
    }
    QCOMPARE(fixture.sink.deliveries.size(), 120);
    QVERIFY(client.isConnected());
}

void TestReceiver::splitAnywhere()
{
    HttpFixture fixture;
    const QByteArray request = httpPost();
    HttpRawClient client(fixture.port());
    for (const char c : request) {
        client.send(QByteArray(1, c));
        QTest::qWait(0);
    }
    QCOMPARE(client.reply().status, 200);
    client.send(request.first(60));
    QTest::qWait(5);
    client.send(request.sliced(60));
    QCOMPARE(client.reply().status, 200);
}

void TestReceiver::chunked()
{
    HttpFixture fixture;
    HttpRawClient client(fixture.port());
    const QByteArray head = "POST /webhook HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer "
            + QByteArray(httpToken) + "\r\nTransfer-Encoding: chunked\r\n\r\n";
    const QByteArray body = "a\r\n{\"event\": \r\n10;x=y\r\n\"Hello, world!\"}\r\n0\r\n\r\n";
    client.send(head + body);
    QCOMPARE(client.reply().status, 200);
    QCOMPARE(fixture.sink.deliveries.last().decoded.events.first().body, httpHello);
    for (const char c : QByteArray(head + body)) { // a byte at a time
        client.send(QByteArray(1, c));
        QTest::qWait(0);
    }
    QCOMPARE(client.reply().status, 200);
    QCOMPARE(fixture.sink.deliveries.last().decoded.events.first().body, httpHello);
}

void TestReceiver::asksToContinue()
{
    HttpFixture fixture;
    HttpRawClient client(fixture.port());
    const QByteArray request = httpPost(httpHello, "/webhook", "Expect: 100-continue\r\n");
    client.send(request.chopped(httpHello.size()));
    QCOMPARE(client.reply().status, 100);
    client.send(httpHello);
    QCOMPARE(client.reply().status, 200);

    HttpRawClient stranger(fixture.port()); // the body of one without the token is not wanted
    stranger.send("POST /webhook HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\n"
                  "Content-Length: 5\r\n\r\n");
    QCOMPARE(stranger.reply().status, 401);
}

void TestReceiver::oldHttp()
{
    HttpFixture fixture;
    HttpRawClient client(fixture.port());
    client.send(httpPost().replace("HTTP/1.1", "HTTP/1.0").replace("Host: localhost\r\n", ""));
    QCOMPARE(client.reply().status, 200);
    QVERIFY(client.isClosed());
}

void TestReceiver::closesWhenAsked()
{
    HttpFixture fixture;
    HttpRawClient client(fixture.port());
    client.send(httpPost(httpHello, "/webhook", "Connection: close\r\n"));
    const HttpReply reply = client.reply();
    QCOMPARE(reply.status, 200);
    QVERIFY(reply.head.contains("Connection: close\r\n"));
    QVERIFY(client.isClosed());
}

void TestReceiver::unpacksGzip()
{
    HttpFixture fixture;
    HttpRawClient client(fixture.port());
    const QByteArray packed = QByteArray::fromHex( // printf '{"event": "Hello, world!"}' | gzip -n
            "1f8b0800000000000003ab564a2d4bcd2b51b25250f248cdc9c9d75128cf2fca495154aa05001ea9ebc21a"
            "000000");
    client.send(httpPost(packed, "/webhook", "Content-Encoding: gzip\r\n"));
    QCOMPARE(client.reply().status, 200);
    QCOMPARE(fixture.sink.deliveries.last().decoded.events.first().body, httpHello);
    client.send(httpPost(packed.chopped(4), "/webhook", "Content-Encoding: gzip\r\n"));
    QCOMPARE(client.reply().status, 400);
    client.send(httpPost(packed, "/webhook", "Content-Encoding: br\r\n"));
    QCOMPARE(client.reply().status, 415);
}

void TestReceiver::answersAfterTheCommit()
{
    HttpFixture fixture;
    fixture.sink.commitsAtOnce = false;
    HttpRawClient client(fixture.port());
    client.send(httpPost());
    QTRY_COMPARE(fixture.sink.waiting(), 1);
    QCOMPARE(client.reply(150).status, 0);
    fixture.sink.commit();
    QCOMPARE(client.reply().status, 200);
}

void TestReceiver::oneBatchAnswersMany()
{
    HttpFixture fixture;
    fixture.sink.commitsAtOnce = false;
    std::vector<std::unique_ptr<HttpRawClient>> clients;
    for (int i = 0; i < 20; ++i) {
        clients.push_back(std::make_unique<HttpRawClient>(fixture.port()));
        clients.back()->send(httpPost());
    }
    QTRY_COMPARE(fixture.sink.waiting(), 20);
    fixture.sink.commit();
    for (const auto &client : clients)
        QCOMPARE(client->reply().status, 200);
    QTRY_VERIFY(!fixture.counters.isEmpty());
    QTRY_COMPARE(fixture.counters.last().first().value<models::ReceiverCounters>().accepted, 20u);
}

void TestReceiver::reportsBadParts()
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

void TestReceiver::refusesBodies_data()
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

void TestReceiver::refusesBodies()
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

void TestReceiver::keepsRefusedBody()
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

void TestReceiver::fullSink()
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

void TestReceiver::failedCommit()
{
    HttpFixture fixture;
    fixture.sink.failure = QStringLiteral("disk full");
    HttpRawClient client(fixture.port());
    client.send(httpPost());
    const HttpReply reply = client.reply();
    QCOMPARE(reply.status, 503);
    QVERIFY(reply.head.contains("Retry-After: "));
}

void TestReceiver::routes_data()
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

void TestReceiver::routes()
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

void TestReceiver::countsWithinBounds()
{
    HttpFixture fixture;
    QElapsedTimer time;
    time.start();
    HttpRawClient client(fixture.port());
    for (int i = 0; i < 60; ++i) {
        client.send(httpPost());
        QCOMPARE(client.reply().status, 200);
    }
    client.send(httpPost("x"));
    QCOMPARE(client.reply().status, 400);
    QTRY_VERIFY(!fixture.counters.isEmpty()
                && fixture.counters.last().first().value<models::ReceiverCounters>().refused == 1);
    const auto last = fixture.counters.last().first().value<models::ReceiverCounters>();
    QCOMPARE(last.accepted, 60u);
    QCOMPARE(last.events, 60u);
    QVERIFY(!last.lastRefusal.isEmpty());
    QVERIFY(fixture.counters.size() <= time.elapsed() / 250 + 2);
}

} // namespace

QTEST_GUILESS_MAIN(TestReceiver)
#include "tst_receiver.moc"
