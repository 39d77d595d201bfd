// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/httpfixture.h"

#include <QElapsedTimer>

namespace {

using namespace std::chrono_literals;

/// Bounds on time, connections and memory, with an honest peer beside.
class TestLimits final : public QObject
{
    Q_OBJECT
private slots:
    void slowHead();
    void slowBody();
    void idleIsClosed();
    void connectionCap();
    void idleMakesRoom();
    void bodiesInFlight();
    void silentStore();
};

void TestLimits::slowHead()
{
    models::ReceiverLimits limits;
    limits.headTime = 200ms;
    HttpFixture fixture(limits);
    HttpRawClient client(fixture.port());
    QElapsedTimer time;
    time.start();
    // A drip keeps a "time since the last byte" alive for ever; this deadline is absolute.
    client.send("POST /webhook HTTP/1.1\r\n");
    int status = 0;
    for (int lines = 0; status == 0 && lines < 1000; ++lines) {
        client.send("X: y\r\n");
        status = client.reply(20).status;
    }
    QCOMPARE(status, 408); // not 431, which a thousand lines would get
    QVERIFY(time.elapsed() >= 150);
    QTRY_COMPARE(fixture.sink.refusals.size(), 1);
    QCOMPARE(fixture.sink.refusals.first().status, 408);
    QTRY_VERIFY(fixture.isServing());
}

void TestLimits::slowBody()
{
    models::ReceiverLimits limits;
    limits.bodyTime = 200ms;
    HttpFixture fixture(limits);
    HttpRawClient client(fixture.port());
    client.send(httpPost().chopped(2));
    const HttpReply reply = client.reply();
    QCOMPARE(reply.status, 408);
    QVERIFY(client.isClosed());
    QTRY_VERIFY(fixture.isServing());
}

void TestLimits::idleIsClosed()
{
    models::ReceiverLimits limits;
    limits.idleTime = 200ms;
    HttpFixture fixture(limits);
    HttpRawClient client(fixture.port());
    client.send(httpPost());
    QCOMPARE(client.reply().status, 200);
    QVERIFY(client.isClosed());
    QVERIFY(fixture.sink.refusals.isEmpty()); // that is no refusal
}

void TestLimits::connectionCap()
{
    models::ReceiverLimits limits;
    limits.connections = 10;
    HttpFixture fixture(limits);
    std::vector<std::unique_ptr<HttpRawClient>> clients;
    for (int i = 0; i < 10; ++i) {
        clients.push_back(std::make_unique<HttpRawClient>(fixture.port()));
        clients.back()->send("POST /web"); // at work
    }
    QTRY_COMPARE(fixture.gauge("watchfloor_connections"), -1); // no room to ask either
    HttpRawClient over(fixture.port());
    const HttpReply reply = over.reply();
    QCOMPARE(reply.status, 503);
    QVERIFY(reply.head.contains("Retry-After: "));
    QVERIFY(over.isClosed());
    clients.clear();
    QTRY_VERIFY(fixture.isServing());
}

void TestLimits::idleMakesRoom()
{
    models::ReceiverLimits limits;
    limits.connections = 5;
    HttpFixture fixture(limits);
    std::vector<std::unique_ptr<HttpRawClient>> clients;
    for (int i = 0; i < 5; ++i) {
        clients.push_back(std::make_unique<HttpRawClient>(fixture.port()));
        clients.back()->send(httpPost());
        QCOMPARE(clients.back()->reply().status, 200);
    }
    QVERIFY(fixture.isServing());
    QVERIFY(clients.front()->isClosed()); // idle the longest
    QVERIFY(clients.back()->isConnected());
}

void TestLimits::bodiesInFlight()
{
    models::ReceiverLimits limits;
    limits.bodiesInFlight = 100000;
    HttpFixture fixture(limits);
    HttpRawClient first(fixture.port());
    first.send(httpPost(QByteArray(90000, ' ')).chopped(1));
    QTRY_VERIFY(fixture.gauge("watchfloor_bodies_in_flight_bytes") > 80000);
    HttpRawClient second(fixture.port());
    second.send(httpPost(QByteArray(90000, ' ')).chopped(1));
    QCOMPARE(second.reply().status, 503);
    first.socket.abort();
    QTRY_COMPARE(fixture.gauge("watchfloor_bodies_in_flight_bytes"), 0);
    HttpRawClient third(fixture.port()); // what the first held is given back
    third.send(httpPost(QByteArray(90000, ' ') + httpHello));
    QCOMPARE(third.reply().status, 200);
}

void TestLimits::silentStore()
{
    models::ReceiverLimits limits;
    limits.idleTime = 200ms;
    HttpFixture fixture(limits);
    fixture.sink.commitsAtOnce = false;
    HttpRawClient client(fixture.port());
    client.send(httpPost());
    QCOMPARE(client.reply().status, 503);
    fixture.sink.commit(); // the answer that comes too late finds nobody
    QTRY_VERIFY(fixture.isServing());
}

} // namespace

QTEST_GUILESS_MAIN(TestLimits)
#include "limitstest.moc"
