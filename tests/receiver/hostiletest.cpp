// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/httpfixture.h"

#include <QElapsedTimer>

#include <sys/socket.h>

namespace {

/// Bad peers, each beside an honest one that must still be served.
class TestHostile final : public QObject
{
    Q_OBJECT
private slots:
    void ambiguousFraming_data();
    void ambiguousFraming();
    void hangsUpBeforeTheAnswer_data();
    void hangsUpBeforeTheAnswer();
    void pipelinedPair();
    void secondRequestWhilePending();
    void pipelinedPairAndHangUp();
    void bodyWithoutCredentials();
    void answerIsReadable();
    void endlessTalkerIsCut();
    void stormIsFolded();
    void webSocket();
};

void TestHostile::ambiguousFraming_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<int>("status");
    QTest::newRow("coding and length")
            << QByteArray("Transfer-Encoding: chunked\r\nContent-Length: 4\r\n") << 400;
    QTest::newRow("two lengths") << QByteArray("Content-Length: 4\r\nContent-Length: 40\r\n")
                                 << 400;
    QTest::newRow("space before colon") << QByteArray("Content-Length : 4\r\n") << 400;
    QTest::newRow("folded") << QByteArray("X: a\r\n b: c\r\nContent-Length: 4\r\n") << 400;
    QTest::newRow("unknown coding") << QByteArray("Transfer-Encoding: gzip\r\n") << 501;
    QTest::newRow("101 fields") << QByteArray("X: a\r\n").repeated(101) << 431;
    QTest::newRow("no length") << QByteArray() << 411;
}

void TestHostile::ambiguousFraming()
{
    QFETCH(QByteArray, fields);
    QFETCH(int, status);
    HttpFixture fixture;
    HttpRawClient client(fixture.port());
    // Behind the head stands a whole request, for a server that loses count.
    client.send("POST /webhook HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer "
                + QByteArray(httpToken) + "\r\n" + fields + "\r\n" + httpPost());
    const HttpReply reply = client.reply();
    QCOMPARE(reply.status, status);
    QVERIFY(reply.head.contains("Connection: close\r\n"));
    QVERIFY(client.isClosed());
    QVERIFY(client.unread().isEmpty()); // one answer, not two
    QVERIFY(fixture.sink.deliveries.isEmpty());
    QCOMPARE(fixture.sink.refusals.size(), 1);
    QVERIFY(fixture.isServing());
}

void TestHostile::hangsUpBeforeTheAnswer_data()
{
    QTest::addColumn<int>("how");
    QTest::newRow("FIN") << 0;
    QTest::newRow("RST") << 1;
    QTest::newRow("half") << 2;
}

void TestHostile::hangsUpBeforeTheAnswer()
{
    QFETCH(int, how);
    HttpFixture fixture;
    fixture.sink.commitsAtOnce = false;
    for (int round = 0; round < 10; ++round) {
        auto client = std::make_unique<HttpRawClient>(fixture.port());
        client->send(httpPost());
        QTRY_COMPARE(fixture.sink.waiting(), 1);
        const int descriptor = int(client->socket.socketDescriptor());
        if (how == 2) {
            ::shutdown(descriptor, SHUT_WR);
        } else {
            if (how == 1) {
                const linger reset { 1, 0 };
                ::setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
            }
            client->socket.abort();
        }
        QTest::qWait(round % 2 == 0 ? 20 : 0); // answered after, or while, the news arrives
        fixture.sink.commit();
        QTest::qWait(5);
    }
    QVERIFY(fixture.isServing());
    // Nobody was there to hear it, but the events are stored, and counted.
    QTRY_VERIFY(!fixture.counters.isEmpty());
    QTRY_COMPARE(fixture.counters.last().first().value<models::ReceiverCounters>().accepted, 11u);
}

void TestHostile::pipelinedPair()
{
    HttpFixture fixture;
    HttpRawClient client(fixture.port());
    client.send(httpPost() + httpPost());
    QCOMPARE(client.reply().status, 400);
    QVERIFY(client.isClosed());
    QVERIFY(fixture.sink.deliveries.isEmpty());
    QVERIFY(fixture.isServing());
}

void TestHostile::secondRequestWhilePending()
{
    HttpFixture fixture;
    fixture.sink.commitsAtOnce = false;
    HttpRawClient client(fixture.port());
    client.send(httpPost());
    QTRY_COMPARE(fixture.sink.waiting(), 1);
    client.send(httpPost());
    QTest::qWait(20);
    QCOMPARE(fixture.sink.deliveries.size(), 1);
    fixture.sink.commit();
    QCOMPARE(client.reply().status, 200); // of the first
    QCOMPARE(client.reply().status, 400); // of the second
    QVERIFY(client.isClosed());
    QVERIFY(fixture.isServing());
}

void TestHostile::pipelinedPairAndHangUp()
{
    HttpFixture fixture;
    fixture.sink.commitsAtOnce = false;
    for (int round = 0; round < 20; ++round) {
        HttpRawClient client(fixture.port());
        client.send(httpPost());
        QTRY_VERIFY(fixture.sink.waiting() > 0);
        client.send(httpPost());
        client.socket.abort();
        fixture.sink.commit();
        QTest::qWait(0);
    }
    QVERIFY(fixture.isServing());
}

void TestHostile::bodyWithoutCredentials()
{
    HttpFixture fixture;
    HttpRawClient client(fixture.port());
    client.send("POST /webhook HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\n");
    QCOMPARE(client.reply().status, 401); // before any of the body
    client.send(QByteArray(1000, 'x'));
    QVERIFY(client.isClosed());
    QVERIFY(fixture.isServing());
}

void TestHostile::answerIsReadable()
{
    // Who is still sending when refused must get the answer, not a reset.
    HttpFixture fixture;
    for (int round = 0; round < 5; ++round) {
        HttpRawClient client(fixture.port());
        client.send("POST /webhook HTTP/1.1\r\nHost: a\r\nContent-Length: 300000\r\n\r\n"
                    + QByteArray(300000, 'x'));
        QCOMPARE(client.reply().status, 401);
    }
    QVERIFY(fixture.isServing());
}

void TestHostile::endlessTalkerIsCut()
{
    HttpFixture fixture;
    HttpRawClient client(fixture.port());
    client.send("BAD\r\n");
    QElapsedTimer time;
    time.start();
    while (client.socket.state() == QAbstractSocket::ConnectedState && time.elapsed() < 5000) {
        client.send(QByteArray(65536, 'x'));
        QTest::qWait(1);
    }
    QVERIFY(time.elapsed() < 4000);
    QVERIFY(fixture.isServing());
}

void TestHostile::stormIsFolded()
{
    HttpFixture fixture;
    for (int i = 0; i < 30; ++i) {
        HttpRawClient client(fixture.port());
        client.send("GET /secret HTTP/1.1\r\nHost: a\r\n\r\n");
        QCOMPARE(client.reply().status, 404);
    }
    QCOMPARE(fixture.sink.refusals.size(), 1);
    fixture.receiver.stop();
    QTRY_COMPARE(fixture.stopped.size(), 1);
    QCOMPARE(fixture.sink.refusals.size(), 2);
    QCOMPARE(fixture.sink.refusals.last().count, 29);
}

void TestHostile::webSocket()
{
    HttpFixture fixture;
    HttpRawClient client(fixture.port());
    client.send("GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n");
    QCOMPARE(client.reply().status, 400);
    QVERIFY(fixture.isServing());
}

} // namespace

QTEST_GUILESS_MAIN(TestHostile)
#include "hostiletest.moc"
