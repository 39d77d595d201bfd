// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shared/worker.h"
#include "tests/support/httpfixture.h"

#include <QTcpServer>

namespace {

using namespace std::chrono_literals;
using Field = models::SettingsProblem::Field;
using Phase = models::ReceiverState::Phase;

models::SettingsProblem problemOf(const QSignalSpy &refused)
{
    return refused.last().first().value<QList<models::SettingsProblem>>().value(0);
}

/// Starting, changing and stopping.
class TestApply final : public QObject
{
    Q_OBJECT
private slots:
    void saysWhereItListens();
    void portTaken();
    void portTakenWhileRunning();
    void badSettings();
    void portChangeWhileRequestsFlow();
    void widerAddressOnTheSamePort();
    void tokenAlone();
    void stopFinishesWhatIsUnderWay();
    void stopIsBounded();
    void startsAgain();
    void livesOnAWorker();
    void listensOnIpv6();
};

void TestApply::saysWhereItListens()
{
    HttpFixture fixture;
    QCOMPARE(fixture.state().phase, Phase::Listening);
    QVERIFY(fixture.port() != 0);
    QCOMPARE(fixture.state().url,
             QStringLiteral("http://127.0.0.1:%1/webhook").arg(fixture.port()));
    QVERIFY(fixture.isServing());
}

void TestApply::portTaken()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    HttpFakeSink sink;
    app::Receiver receiver(sink);
    QSignalSpy refused(&receiver, &app::Receiver::refused);
    QSignalSpy states(&receiver, &app::Receiver::stateChanged);
    models::ReceiverSettings settings;
    settings.port = other.serverPort();
    receiver.apply(settings, models::ReceiverSecrets::fromToken(QString::fromLatin1(httpToken)));
    QCOMPARE(refused.size(), 1);
    QCOMPARE(problemOf(refused).field, Field::Port);
    QVERIFY(problemOf(refused).text.contains(QString::number(other.serverPort())));
    const auto state = states.last().first().value<models::ReceiverState>();
    QCOMPARE(state.phase, Phase::Failed);
    QCOMPARE(state.reason, problemOf(refused).text);
}

void TestApply::portTakenWhileRunning()
{
    HttpFixture fixture;
    const models::ReceiverState before = fixture.state();
    HttpRawClient client(fixture.port());
    client.send(httpPost());
    QCOMPARE(client.reply().status, 200);
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    fixture.settings.port = other.serverPort();
    fixture.token = QStringLiteral("another-token-0123456789");
    fixture.apply();
    QCOMPARE(fixture.refused.size(), 1);
    QCOMPARE(fixture.state(), before);
    client.send(httpPost()); // the same connection, the old token
    QCOMPARE(client.reply().status, 200);
    QVERIFY(fixture.isServing());
}

void TestApply::badSettings()
{
    HttpFixture fixture;
    fixture.settings.address = QStringLiteral("not an address");
    fixture.apply();
    QCOMPARE(problemOf(fixture.refused).field, Field::Address);
    fixture.settings.address = QStringLiteral("192.0.2.1"); // reserved: never one of ours
    fixture.apply();
    QCOMPARE(fixture.refused.size(), 2);
    QVERIFY(problemOf(fixture.refused).text.contains(QLatin1String("192.0.2.1")));
    fixture.settings.address = QStringLiteral("127.0.0.1");
    fixture.token.clear();
    fixture.apply();
    QCOMPARE(fixture.refused.size(), 3);
    QCOMPARE(problemOf(fixture.refused).field, Field::Token);
    QVERIFY(fixture.isServing());
}

void TestApply::portChangeWhileRequestsFlow()
{
    HttpFixture fixture;
    const quint16 oldPort = fixture.port();
    fixture.sink.commitsAtOnce = false;
    HttpRawClient waiting(oldPort);
    waiting.send(httpPost());
    HttpRawClient sending(oldPort);
    sending.send(httpPost().chopped(5));
    QTRY_COMPARE(fixture.sink.waiting(), 1);
    HttpRawClient idle(oldPort);
    QTRY_COMPARE(fixture.gauge("watchfloor_connections"), 4); // with the one that asks
    QTRY_COMPARE(fixture.gauge("watchfloor_bodies_in_flight_bytes"), 2 * httpHello.size() - 5);

    QTcpServer free; // a port that is surely another one
    QVERIFY(free.listen(QHostAddress::LocalHost));
    fixture.settings.port = free.serverPort();
    free.close();
    fixture.apply();
    QCOMPARE(fixture.applied.size(), 2);
    QVERIFY(fixture.port() != oldPort);
    QVERIFY(idle.isClosed());
    sending.send(httpPost().last(5));
    QTRY_COMPARE(fixture.sink.waiting(), 2);
    fixture.sink.commit();
    for (HttpRawClient *client : { &waiting, &sending }) {
        const HttpReply reply = client->reply();
        QCOMPARE(reply.status, 200);
        QVERIFY(reply.head.contains("Connection: close"));
        QVERIFY(client->isClosed());
    }
    QVERIFY(!HttpRawClient(oldPort).isConnected());
    QVERIFY(fixture.isServing());
}

void TestApply::widerAddressOnTheSamePort()
{
    HttpFixture fixture;
    const quint16 port = fixture.port();
    fixture.settings.port = port;
    fixture.apply();
    fixture.settings.address = QStringLiteral("0.0.0.0");
    fixture.apply();
    QCOMPARE(fixture.refused.size(), 0);
    QCOMPARE(fixture.state().url, QStringLiteral("http://0.0.0.0:%1/webhook").arg(port));
    QVERIFY(fixture.isServing());
    // Where the new address cannot be had, the old one is open again.
    fixture.settings.address = QStringLiteral("192.0.2.1");
    fixture.apply();
    QCOMPARE(fixture.refused.size(), 1);
    QVERIFY(fixture.isServing());
}

void TestApply::tokenAlone()
{
    HttpFixture fixture;
    const models::ReceiverState before = fixture.state();
    const qsizetype changes = fixture.states.size();
    HttpRawClient client(fixture.port());
    client.send(httpPost());
    QCOMPARE(client.reply().status, 200);
    fixture.token = QStringLiteral("another-token-0123456789");
    fixture.apply();
    QCOMPARE(fixture.applied.size(), 2);
    QCOMPARE(fixture.state(), before);
    QCOMPARE(fixture.states.size(), changes);
    client.send(httpPost().replace(httpToken, "another-token-0123456789"));
    QCOMPARE(client.reply().status, 200); // still the same connection
    client.send(httpPost());
    QCOMPARE(client.reply().status, 401);
}

void TestApply::stopFinishesWhatIsUnderWay()
{
    HttpFixture fixture;
    const quint16 port = fixture.port();
    fixture.sink.commitsAtOnce = false;
    HttpRawClient waiting(port);
    waiting.send(httpPost());
    QTRY_COMPARE(fixture.sink.waiting(), 1);
    HttpRawClient idle(port);
    QTRY_COMPARE(fixture.gauge("watchfloor_connections"), 3); // with the one that asks
    fixture.receiver.stop();
    QVERIFY(idle.isClosed());
    QVERIFY(!HttpRawClient(port).isConnected());
    QCOMPARE(fixture.stopped.size(), 0);
    fixture.sink.commit();
    QCOMPARE(waiting.reply().status, 200);
    QTRY_COMPARE(fixture.stopped.size(), 1);
    QCOMPARE(fixture.state().phase, Phase::Stopped);
    QCOMPARE(fixture.counters.last().first().value<models::ReceiverCounters>().accepted, 1u);
}

void TestApply::stopIsBounded()
{
    HttpFixture fixture;
    fixture.sink.commitsAtOnce = false;
    HttpRawClient waiting(fixture.port());
    waiting.send(httpPost());
    QTRY_COMPARE(fixture.sink.waiting(), 1);
    QElapsedTimer time;
    time.start();
    fixture.receiver.stop();
    QVERIFY(fixture.stopped.wait(hangBound)); // though nobody commits
    QVERIFY(time.elapsed() >= 4500); // not before the sender had a fair chance
    QVERIFY(waiting.isClosed());
    fixture.sink.commit();
}

void TestApply::startsAgain()
{
    HttpFixture fixture;
    fixture.receiver.stop();
    QTRY_COMPARE(fixture.stopped.size(), 1);
    fixture.apply();
    QCOMPARE(fixture.applied.size(), 2);
    QVERIFY(fixture.isServing());
}

void TestApply::livesOnAWorker()
{
    HttpFakeSink sink; // its commit runs on this thread, the receiver on another
    app::Worker<app::Receiver> worker(QStringLiteral("receiver"), sink);
    QSignalSpy states(&worker.object(), &app::Receiver::stateChanged);
    QSignalSpy stopped(&worker.object(), &app::Receiver::stopped);
    worker.call([](app::Receiver &receiver) {
        models::ReceiverSettings settings;
        settings.port = 0;
        receiver.apply(settings,
                       models::ReceiverSecrets::fromToken(QString::fromLatin1(httpToken)));
    });
    QTRY_VERIFY(!states.isEmpty()
                && states.last().first().value<models::ReceiverState>().phase == Phase::Listening);
    const QUrl url(states.last().first().value<models::ReceiverState>().url);
    HttpRawClient client(quint16(url.port()));
    client.send(httpPost());
    QCOMPARE(client.reply().status, 200);
    worker.call([](app::Receiver &receiver) { receiver.stop(); });
    QTRY_COMPARE(stopped.size(), 1);
}

void TestApply::listensOnIpv6()
{
    QTcpServer probe;
    if (!probe.listen(QHostAddress::LocalHostIPv6))
        QSKIP("This machine has no IPv6");
    HttpFixture fixture;
    fixture.settings.address = QStringLiteral("::1");
    fixture.apply();
    QCOMPARE(fixture.state().url, QStringLiteral("http://[::1]:%1/webhook").arg(fixture.port()));
    HttpRawClient client(fixture.port(), QStringLiteral("::1"));
    client.send(httpPost());
    QCOMPARE(client.reply().status, 200);
    QCOMPARE(fixture.sink.deliveries.last().peer, QStringLiteral("::1"));
}

} // namespace

QTEST_GUILESS_MAIN(TestApply)
#include "applytest.moc"
