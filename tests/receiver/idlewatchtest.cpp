// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/httpfixture.h"

namespace {

using namespace std::chrono_literals;

/// Connections that are idle for a while are waited for by the kernel as one.
class TestIdleWatch final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
#ifndef Q_OS_LINUX
        QSKIP("only where there is epoll");
#endif
    }
    void isServedAgain();
    void theirEndIsNoticed();
    void theirTimeRunsOut();
    void closesWithTheReceiver();
};

/// Waits until as many connections rest: watched as one, or closed.
bool rest(HttpFixture &fixture, int wanted)
{
    return QTest::qWaitFor(
            [&] { return fixture.gauge("watchfloor_connections_resting") == wanted; }, hangBound);
}

void TestIdleWatch::isServedAgain()
{
    models::ReceiverLimits limits;
    limits.headTime = 60s; // the silent one must be there at the end
    HttpFixture fixture(limits);
    HttpRawClient served(fixture.port());
    HttpRawClient silent(fixture.port());
    for (int round = 0; round < 3; ++round) {
        served.send(httpPost());
        QCOMPARE(served.reply().status, 200);
        QVERIFY(rest(fixture, 2));
    }
    silent.send(httpPost()); // its first request
    QCOMPARE(silent.reply().status, 200);
    QVERIFY(fixture.isServing());
    QVERIFY(fixture.sink.refusals.isEmpty());
}

void TestIdleWatch::theirEndIsNoticed()
{
    HttpFixture fixture;
    {
        HttpRawClient client(fixture.port());
        client.send(httpPost());
        QCOMPARE(client.reply().status, 200);
        QVERIFY(rest(fixture, 1));
    }
    QVERIFY(rest(fixture, 0));
    QVERIFY(fixture.isServing());
}

void TestIdleWatch::theirTimeRunsOut()
{
    models::ReceiverLimits limits;
    limits.idleTime = 2500ms;
    HttpFixture fixture(limits);
    HttpRawClient client(fixture.port());
    client.send(httpPost());
    QCOMPARE(client.reply().status, 200);
    QVERIFY(rest(fixture, 1));
    QTRY_VERIFY(client.isClosed());
    QVERIFY(rest(fixture, 0));
}

void TestIdleWatch::closesWithTheReceiver()
{
    HttpFixture fixture;
    HttpRawClient client(fixture.port());
    client.send(httpPost());
    QCOMPARE(client.reply().status, 200);
    QVERIFY(rest(fixture, 1));
    fixture.receiver.stop();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.stopped.size(), 1, hangBound);
    QVERIFY(client.isClosed());
}

} // namespace

QTEST_GUILESS_MAIN(TestIdleWatch)
#include "idlewatchtest.moc"
