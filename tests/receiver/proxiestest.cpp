// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/peer.h"
#include "app/receiver/trustedproxies.h"
#include "tests/support/httpfixture.h"

namespace {

using namespace std::chrono_literals;
using app::TrustedProxies;

/// Who a request came from, behind proxies, and who is shut out.
class TestProxies final : public QObject
{
    Q_OBJECT
private slots:
    void lists_data();
    void lists();
    void senders_data();
    void senders();
    void believedFromTheListAlone();
    void shutsOutTheSenderNotTheProxy();
    void bansAreShownAndLifted();
    void metricsAreForThisMachine();
    void openToThisMachineOnly();
    void limitsChangeWhileConnected();
};

void TestProxies::lists_data()
{
    QTest::addColumn<QString>("entry");
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("trusted");
    const auto row = [](const char *entry, const char *address, bool trusted) {
        QTest::addRow("%s %s", entry, address)
                << QString::fromLatin1(entry) << QString::fromLatin1(address) << trusted;
    };
    row("10.0.0.7", "10.0.0.7", true);
    row("10.0.0.7", "::ffff:10.0.0.7", true);
    row("10.0.0.7", "10.0.0.8", false);
    row("10.0.0.0/8", "10.255.0.1", true);
    row("10.0.0.0/8", "11.0.0.1", false);
    row("2001:db8::/32", "2001:db8:1::1", true);
    row("2001:db8::/32", "2001:db9::1", false);
    row("0.0.0.0/0", "203.0.113.9", true);
    row("0.0.0.0/0", "::1", false);
    row("127.0.0.1", "127.0.0.2", false);
    for (const char *bad : { "", "10", "10.0", "10.0.0.7/33", "10.0.0.7/", "10.0.0.7/-1", "x",
                             "10.0.0.7:80", "10.0.0.7/8/8", "[::1]", "*" })
        row(bad, "10.0.0.7", false);
}

void TestProxies::lists()
{
    QFETCH(QString, entry);
    QFETCH(QString, address);
    QFETCH(bool, trusted);
    QCOMPARE(TrustedProxies({ entry }).contains(QHostAddress(address)), trusted);
}

void TestProxies::senders_data()
{
    QTest::addColumn<QByteArrayList>("forwardedFor");
    QTest::addColumn<QByteArrayList>("forwarded");
    QTest::addColumn<QString>("sender"); // empty: unclear
    const auto row = [](const char *name, const QByteArrayList &one, const QByteArrayList &other,
                        const char *sender) {
        QTest::newRow(name) << one << other << QString::fromLatin1(sender);
    };
    row("none", {}, {}, "10.0.0.1");
    row("one", { "192.0.2.1" }, {}, "192.0.2.1");
    row("forged before it", { "198.51.100.9, 192.0.2.1" }, {}, "192.0.2.1");
    row("past trusted", { "198.51.100.9, 192.0.2.1,10.0.0.5 ,10.0.0.6" }, {}, "192.0.2.1");
    row("lines", { "198.51.100.9", "192.0.2.1", "10.0.0.5" }, {}, "192.0.2.1");
    row("all trusted", { "10.0.0.9, 10.0.0.5" }, {}, "10.0.0.9");
    row("port", { "192.0.2.1:4711" }, {}, "192.0.2.1");
    row("v6", { "2001:db8::1" }, {}, "2001:db8::1");
    row("v6 port", { "[2001:db8::1]:4711" }, {}, "2001:db8::1");
    row("v4 in v6", { "::ffff:192.0.2.1" }, {}, "192.0.2.1");
    row("garbage", { "nonsense" }, {}, "");
    row("garbage far left", { "<b>, 192.0.2.1" }, {}, "192.0.2.1");
    row("empty", { "" }, {}, "");
    row("empty at the end", { "192.0.2.1," }, {}, "");
    row("unknown", { "unknown" }, {}, "");
    row("scope", { "fe80::1%eth0" }, {}, "");
    row("short form", { "192.1" }, {}, "");
    row("forwarded", {}, { "for=192.0.2.1" }, "192.0.2.1");
    row("forwarded quoted", {}, { "For=\"[2001:db8::1]:4711\";proto=https" }, "2001:db8::1");
    row("forwarded escaped", {}, { "for=\"192\\.0.2.1\"" }, "192.0.2.1");
    row("forwarded chain", {}, { "for=1.2.3.4, for=192.0.2.1;by=10.0.0.1", "for=10.0.0.5" },
        "192.0.2.1");
    row("comma in quotes", {}, { "for=192.0.2.1;by=\"_a,for=1.2.3.4\"" }, "192.0.2.1");
    row("obfuscated", {}, { "for=_hidden" }, "");
    row("forwarded unknown", {}, { "for=unknown" }, "");
    row("no for", {}, { "proto=https" }, "");
    row("for twice", {}, { "for=192.0.2.1;for=1.2.3.4" }, "");
    row("open quote", {}, { "for=\"192.0.2.1" }, "");
    row("backslash at the end", {}, { "for=\"192.0.2.1\\" }, "");
    row("agree", { "192.0.2.1" }, { "for=192.0.2.1" }, "192.0.2.1");
    row("disagree", { "192.0.2.1" }, { "for=198.51.100.9" }, "");
    row("one unclear", { "192.0.2.1" }, { "for=" }, "");
}

void TestProxies::senders()
{
    QFETCH(QByteArrayList, forwardedFor);
    QFETCH(QByteArrayList, forwarded);
    QFETCH(QString, sender);
    app::RequestHead head;
    for (const QByteArray &line : std::as_const(forwardedFor))
        head.forwardedFor.append(line);
    for (const QByteArray &line : std::as_const(forwarded))
        head.forwarded.append(line);
    const app::Peer proxy = app::makePeer(QHostAddress(QStringLiteral("10.0.0.1")));
    const app::Peer peer = TrustedProxies({ QStringLiteral("10.0.0.0/8") }).sender(proxy, head);
    QCOMPARE(peer.address, sender.isEmpty() ? proxy.address : sender);
    QVERIFY(!peer.local);
    if (sender.isEmpty()) {
        QVERIFY(peer.group != proxy.group); // shutting it out does not shut out the proxy
        QVERIFY(!peer.excepted);
    }
}

QByteArray wrong(const QByteArray &fields)
{
    return "POST /webhook HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer wrong\r\n" + fields
            + "Content-Length: 0\r\n\r\n";
}

int statusOf(HttpFixture &fixture, const QByteArray &request)
{
    HttpRawClient client(fixture.port());
    client.send(request);
    return client.reply().status;
}

void TestProxies::believedFromTheListAlone()
{
    HttpFixture fixture;
    const QByteArray request = httpPost(httpHello, "/webhook", "X-Forwarded-For: 192.0.2.1\r\n");
    QCOMPARE(statusOf(fixture, request), 200);
    QCOMPARE(fixture.sink.deliveries.last().peer, QStringLiteral("127.0.0.1"));
    HttpRawClient kept(fixture.port()); // a connection from before takes the new list, too
    kept.send(httpPost());
    QCOMPARE(kept.reply().status, 200);
    fixture.settings.trustedProxies = QStringList { QStringLiteral("127.0.0.1") };
    fixture.apply();
    QCOMPARE(statusOf(fixture, request), 200);
    QCOMPARE(fixture.sink.deliveries.last().peer, QStringLiteral("192.0.2.1"));
    kept.send(request);
    QCOMPARE(kept.reply().status, 200);
    kept.send(request);
    QCOMPARE(kept.reply().status, 200);
    QCOMPARE(fixture.sink.deliveries.last().peer, QStringLiteral("192.0.2.1"));
    QVERIFY(fixture.sink.deliveries.last().began.time_since_epoch().count() > 0);
}

void TestProxies::shutsOutTheSenderNotTheProxy()
{
    models::ReceiverLimits limits;
    limits.failedCredentials = 3;
    HttpFixture fixture(limits);
    fixture.settings.trustedProxies = QStringList { QStringLiteral("127.0.0.1") };
    fixture.apply();
    const QByteArray from = "X-Forwarded-For: 192.0.2.1\r\n";
    for (int i = 0; i < 3; ++i)
        QCOMPARE(statusOf(fixture, wrong(from)), 401);
    HttpRawClient client(fixture.port());
    client.send(httpPost(httpHello, "/webhook", from));
    const HttpReply reply = client.reply();
    QCOMPARE(reply.status, 429);
    QVERIFY(reply.head.contains("Retry-After: "));
    QCOMPARE(statusOf(fixture, httpPost(httpHello, "/webhook", "X-Forwarded-For: 192.0.2.2\r\n")),
             200);
    for (int i = 0; i < 5; ++i) // the proxy itself
        QCOMPARE(statusOf(fixture, wrong({})), 401);
    QVERIFY(fixture.isServing());
}

void TestProxies::bansAreShownAndLifted()
{
    models::ReceiverLimits limits;
    limits.failedCredentials = 2;
    HttpFixture fixture(limits);
    QSignalSpy changes(&fixture.receiver, &app::Receiver::bansChanged);
    const auto bans = [&] { return changes.last().first().value<QList<models::Ban>>(); };
    fixture.settings.trustedProxies = QStringList { QStringLiteral("127.0.0.1") };
    fixture.apply();
    const QByteArray from = "X-Forwarded-For: 192.0.2.1\r\n";
    QCOMPARE(statusOf(fixture, wrong(from)), 401);
    QCOMPARE(statusOf(fixture, wrong(from)), 401);
    QTRY_COMPARE(changes.size(), 1);
    QCOMPARE(bans().size(), 1);
    QCOMPARE(bans().first().peer, QStringLiteral("192.0.2.1"));
    QCOMPARE(bans().first().failures, 2);
    QVERIFY(bans().first().until > models::now() + 50s);
    QCOMPARE(statusOf(fixture, httpPost(httpHello, "/webhook", from)), 429);
    fixture.receiver.liftBan(bans().first().group);
    QCOMPARE(statusOf(fixture, httpPost(httpHello, "/webhook", from)), 200);
    QTRY_COMPARE(changes.size(), 2);
    QVERIFY(bans().isEmpty());

    fixture.settings.limits.banTime = 300ms; // runs out by itself, and that is told
    fixture.apply();
    QCOMPARE(statusOf(fixture, wrong(from)), 401);
    QCOMPARE(statusOf(fixture, wrong(from)), 401);
    QTRY_COMPARE(changes.size(), 4);
    QVERIFY(bans().isEmpty());
    QCOMPARE(statusOf(fixture, httpPost(httpHello, "/webhook", from)), 200);
}

void TestProxies::metricsAreForThisMachine()
{
    HttpFixture fixture;
    const auto metrics = [&](const QByteArray &fields) {
        return statusOf(fixture, "GET /metrics HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n");
    };
    const QByteArray from = "X-Forwarded-For: 192.0.2.1\r\n";
    QCOMPARE(metrics({}), 200);
    QCOMPARE(metrics(from), 403); // a proxy that is not on the list says so itself
    fixture.settings.trustedProxies = QStringList { QStringLiteral("127.0.0.1") };
    fixture.apply();
    QCOMPARE(metrics({}), 200);
    QCOMPARE(metrics(from), 403);
    QCOMPARE(metrics("Forwarded: for=unknown\r\n"), 403);
    QCOMPARE(metrics("X-Forwarded-For: 127.0.0.1\r\n"), 200);
    fixture.settings.metricsForAll = true;
    fixture.apply();
    QCOMPARE(metrics(from), 200);
    HttpRawClient client(fixture.port());
    client.send("GET /metrics HTTP/1.1\r\nHost: a\r\n\r\n");
    const QByteArray text = client.reply().body;
    QVERIFY(text.contains("watchfloor_requests_refused_by_status_total{status=\"403\"} 3\n"));
    QVERIFY(text.contains("watchfloor_peers_shut_out 0\n"));
    QVERIFY(text.contains("watchfloor_store_failing 0\n"));
}

void TestProxies::openToThisMachineOnly()
{
    HttpFixture fixture({}, models::AuthMode::None);
    const QByteArray from = httpPost(httpHello, "/webhook", "X-Forwarded-For: 192.0.2.1\r\n");
    QCOMPARE(statusOf(fixture, httpPost()), 200);
    QCOMPARE(statusOf(fixture, from), 403);
    fixture.settings.trustedProxies = QStringList { QStringLiteral("127.0.0.1") };
    fixture.apply();
    QCOMPARE(statusOf(fixture, from), 403);
    fixture.settings.openConfirmed = true;
    fixture.apply();
    QCOMPARE(statusOf(fixture, from), 200);
}

void TestProxies::limitsChangeWhileConnected()
{
    HttpFixture fixture;
    HttpRawClient client(fixture.port());
    client.send(httpPost());
    QCOMPARE(client.reply().status, 200);
    fixture.settings.limits.depth = 2;
    fixture.settings.limits.body = 2 * 1024 * 1024;
    fixture.apply();
    client.send(httpPost("{\"event\": [[[1]]]}"));
    QCOMPARE(client.reply().status, 400); // nested too deep now
    const QByteArray large = QByteArray(1500 * 1024, ' ') + httpHello;
    client.send(httpPost(large)); // the same connection takes more now
    QCOMPARE(client.reply().status, 200);
    fixture.settings.limits = { 0, 0, 0, 0, 0, 0, 0, 0ms, 0ms, 0ms, 0, 0ms };
    fixture.apply(); // makes no sense, and stops nothing
    fixture.settings.limits = {};
    fixture.apply();
    QVERIFY(fixture.isServing());
}

} // namespace

QTEST_GUILESS_MAIN(TestProxies)
#include "proxiestest.moc"
