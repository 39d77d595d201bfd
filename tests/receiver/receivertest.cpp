// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/httpfixture.h"

#include <QProcess>

namespace {

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
    if (!QTest::qWaitFor([&] { return curl.state() == QProcess::NotRunning; }, hangBound))
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
#include "receivertest.moc"
