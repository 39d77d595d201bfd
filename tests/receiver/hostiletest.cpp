// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/httpfixture.h"

#include <QElapsedTimer>
#include <QRandomGenerator>

#include <sys/socket.h>

namespace {

/// Bad peers, each beside an honest one that must still be served.
class TestHostile final : public QObject
{
    Q_OBJECT
private slots:
    void ambiguousFraming_data();
    void ambiguousFraming();
    void badRequests_data();
    void badRequests();
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
    void halfClosedAfterTheRequest();
    void largeBodyHoldsNoMemory();
    void manyRequestsOnOneConnection();
    void mixedChaos();
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
    QTest::newRow("list of lengths") << QByteArray("Content-Length: 4, 4\r\n") << 400;
    QTest::newRow("negative length") << QByteArray("Content-Length: -1\r\n") << 400;
    QTest::newRow("letters in the length") << QByteArray("Content-Length: 7abc\r\n") << 400;
    QTest::newRow("2^63") << QByteArray("Content-Length: 9223372036854775808\r\n") << 413;
    QTest::newRow("2^64-1") << QByteArray("Content-Length: 18446744073709551615\r\n") << 413;
    QTest::newRow("signed length") << QByteArray("Content-Length: +4\r\n") << 400;
    QTest::newRow("codings") << QByteArray("Transfer-Encoding: gzip, chunked\r\n") << 501;
    QTest::newRow("chunked twice")
            << QByteArray("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n") << 400;
    QTest::newRow("two Host") << QByteArray("Host: b\r\nContent-Length: 4\r\n") << 400;
    QTest::newRow("NUL") << QByteArray("X: a\0b\r\nContent-Length: 4\r\n", 27) << 400;
    QTest::newRow("bare LF") << QByteArray("X: a\nContent-Length: 4\r\n") << 400;
    QTest::newRow("head too large") << "X: " + QByteArray(17000, 'a') + "\r\n" << 431;
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

void TestHostile::badRequests_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QByteArray &line, const QByteArray &fields,
                        const QByteArray &body, int status) {
        QTest::newRow(name) << QByteArray(line + "\r\nAuthorization: Bearer " + httpToken + "\r\n"
                                          + fields + "\r\n" + body)
                            << status;
    };
    const QByteArray line = "POST /webhook HTTP/1.1";
    const QByteArray length = "Host: a\r\nContent-Length: 4\r\n";
    const QByteArray chunked = "Host: a\r\nTransfer-Encoding: chunked\r\n";
    row("HTTP/9.9", "POST /webhook HTTP/9.9", length, "null", 505);
    row("HTTP/2.0", "POST /webhook HTTP/2.0", length, "null", 505);
    row("HTTPxxxx", "POST /webhook HTTPxxxx", length, "null", 400);
    row("no version", "POST /webhook", length, "null", 400);
    row("extra words", "POST /webhook x HTTP/1.1", length, "null", 400);
    row("absolute form", "POST http://a/webhook HTTP/1.1", length, "null", 400);
    row("any scheme", "POST file:///webhook HTTP/1.1", length, "null", 400);
    row("asterisk", "OPTIONS * HTTP/1.1", length, "null", 400);
    row("no Host", line, "Content-Length: 4\r\n", "null", 400);
    row("long target", "POST /" + QByteArray(9000, 'a') + " HTTP/1.1", length, "null", 414);
    row("chunk size ZZ", line, chunked, "ZZ\r\nnull\r\n0\r\n\r\n", 400);
    row("negative chunk", line, chunked, "-1\r\nnull\r\n0\r\n\r\n", 400);
    row("huge chunk", line, chunked, "7fffffff\r\nnull", 413);
    row("longest chunk", line, chunked, "ffffffffffffffff\r\nnull", 413);
    row("chunk without its end", line, chunked, "4\r\nnullx\r\n0\r\n\r\n", 400);
    row("trailer", line, chunked, "4\r\nnull\r\n0\r\nX: y\r\n\r\n", 431);
    QTest::newRow("TLS to HTTP") << QByteArray::fromHex("16030100c8010000c40303") << 400;
    QTest::newRow("empty line first") << QByteArray("\r\nGET / HTTP/1.1\r\n\r\n") << 400;
}

void TestHostile::badRequests()
{
    QFETCH(QByteArray, request);
    QFETCH(int, status);
    HttpFixture fixture;
    HttpRawClient client(fixture.port());
    client.send(request);
    const HttpReply reply = client.reply();
    QCOMPARE(reply.status, status);
    QVERIFY(reply.head.contains("Connection: close\r\n"));
    QVERIFY(client.isClosed());
    QVERIFY(client.unread().isEmpty());
    QVERIFY(fixture.sink.deliveries.isEmpty());
    QCOMPARE(fixture.sink.refusals.size(), 1);
    const models::Refusal refusal = fixture.sink.refusals.first();
    QCOMPARE(refusal.status, status);
    QVERIFY(!refusal.head.contains(httpToken));
    QVERIFY(refusal.took.count() > 0 || refusal.head.isEmpty());
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
    int sent = 0;
    for (; client.socket.state() == QAbstractSocket::ConnectedState && sent < 1000; ++sent) {
        client.send(QByteArray(65536, 'x'));
        QTest::qWait(1);
    }
    QVERIFY(sent < 1000); // what is thrown away is counted
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

void TestHostile::halfClosedAfterTheRequest()
{
    // The peer says that it sends no more; it still reads (RFC 9112, 9.6).
    HttpFixture fixture;
    fixture.sink.commitsAtOnce = false;
    HttpRawClient client(fixture.port());
    client.send(httpPost());
    ::shutdown(int(client.socket.socketDescriptor()), SHUT_WR);
    QTRY_COMPARE(fixture.sink.waiting(), 1);
    QTRY_COMPARE(fixture.gauge("watchfloor_connections"), 1); // Qt has let go of the other
    fixture.sink.commit();
    QCOMPARE(client.reply().status, 200);
    QVERIFY(client.isClosed());
    QCOMPARE(fixture.sink.deliveries.size(), 1);
    QVERIFY(fixture.isServing());
}

void TestHostile::largeBodyHoldsNoMemory()
{
    HttpFixture fixture;
    HttpRawClient client(fixture.port());
    client.send(httpPost().replace("Content-Length: 26", "Content-Length: 536870912"));
    QCOMPARE(client.reply().status, 413); // at its head, before any of it
    QVERIFY(client.isClosed());
    QVERIFY(fixture.isServing());
}

void TestHostile::manyRequestsOnOneConnection()
{
    // A connection object per request was left behind once: it would show in the children.
    HttpFixture fixture;
    HttpRawClient client(fixture.port());
    client.send(httpPost());
    QCOMPARE(client.reply().status, 200);
    const qsizetype before = fixture.receiver.findChildren<QObject *>().size();
    for (int i = 0; i < 200; ++i) {
        client.send(httpPost());
        QCOMPARE(client.reply().status, 200);
    }
    QCOMPARE(fixture.receiver.findChildren<QObject *>().size(), before);
}

void TestHostile::mixedChaos()
{
    models::ReceiverLimits limits;
    limits.connections = 40;
    HttpFixture fixture(limits);
    QRandomGenerator random(17);
    std::vector<std::unique_ptr<HttpRawClient>> clients;
    QElapsedTimer time;
    time.start();
    int operations = 0;
    // As long as what ended plain QHttpServer, and as much where the machine is slow.
    for (; time.elapsed() < 25'000 || operations <= 2000; ++operations) {
        if (clients.size() < 30 && random.bounded(3) == 0) {
            clients.push_back(std::make_unique<HttpRawClient>(fixture.port()));
            continue;
        }
        if (clients.empty())
            continue;
        const auto which = clients.begin() + random.bounded(int(clients.size()));
        HttpRawClient &client = **which;
        fixture.sink.commitsAtOnce = random.bounded(4) != 0;
        const QByteArray request = httpPost();
        switch (random.bounded(7)) {
        case 0:
            client.send(request);
            break;
        case 1:
            client.send(request + request);
            break;
        case 2:
            client.send(request.left(random.bounded(int(request.size()))));
            break;
        case 3:
            client.send(QByteArray(random.bounded(3000), char(random.bounded(256))));
            break;
        case 4:
            if (client.isConnected())
                ::shutdown(int(client.socket.socketDescriptor()), SHUT_WR);
            break;
        case 5:
            client.socket.abort();
            clients.erase(which);
            break;
        default:
            fixture.sink.commit();
        }
        if (operations % 8 == 0)
            QCoreApplication::processEvents();
    }
    qInfo("%d operations", operations);
    clients.clear();
    fixture.sink.commitsAtOnce = true;
    fixture.sink.commit();
    QTRY_VERIFY(fixture.isServing());
}

} // namespace

QTEST_GUILESS_MAIN(TestHostile)
#include "hostiletest.moc"
