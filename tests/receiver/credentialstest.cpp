// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/authenticator.h"
#include "app/receiver/peer.h"
#include "app/receiver/ratelimiter.h"
#include "tests/support/httpfixture.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace {

using namespace std::chrono_literals;

/// Who is let in, and what the others are told.
class TestCredentials final : public QObject
{
    Q_OBJECT
private slots:
    void table_data();
    void table();
    void capabilityAddress();
    void openToAll();
    void twoTokensUntilTheEndDate_data();
    void twoTokensUntilTheEndDate();
    void previousEndsByItself();
    void previousWithoutEndAdmitsNobody();
    void nothingSecretIsRecorded();
    void shutsOutWhoGuesses();
    void ratesByNetwork();
    void remembersOnlySoMany();
};

QByteArray post(const QByteArray &path, const QByteArray &authorization)
{
    QByteArray request = "POST " + path + " HTTP/1.1\r\nHost: a\r\nContent-Length: 26\r\n";
    if (!authorization.isNull())
        request += "Authorization: " + authorization + "\r\n";
    return request + "\r\n" + httpHello;
}

void TestCredentials::table_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("authorization");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("code");
    const QByteArray token = httpToken;
    const QByteArray hook = "/webhook";
    const QByteArray hec = "/services/collector";
    QTest::newRow("bearer") << hook << "Bearer " + token << 200 << 0;
    QTest::newRow("lower case") << hook << "bearer " + token << 200 << 0;
    QTest::newRow("upper case") << hook << "BEARER " + token << 200 << 0;
    QTest::newRow("more spaces") << hook << "Bearer   " + token << 200 << 0;
    QTest::newRow("none") << hook << QByteArray() << 401 << 2;
    QTest::newRow("empty") << hook << QByteArray("") << 401 << 2;
    QTest::newRow("scheme alone") << hook << QByteArray("Bearer") << 401 << 3;
    QTest::newRow("token alone") << hook << token << 401 << 3;
    QTest::newRow("basic") << hook << QByteArray("Basic eDp5") << 401 << 3;
    QTest::newRow("two tokens") << hook << "Bearer " + token + " " + token << 401 << 3;
    QTest::newRow("wrong") << hook << QByteArray("Bearer wrong") << 401 << 4;
    QTest::newRow("one more letter") << hook << "Bearer " + token + "x" << 401 << 4;
    QTest::newRow("one letter less") << hook << "Bearer " + token.chopped(1) << 401 << 4;
    QTest::newRow("other case") << hook << "Bearer " + token.toUpper() << 401 << 4;
    QTest::newRow("HEC splunk") << hec << "Splunk " + token << 200 << 0;
    QTest::newRow("HEC bearer") << hec << "Bearer " + token << 200 << 0;
    QTest::newRow("HEC none") << hec << QByteArray() << 401 << 2;
    QTest::newRow("HEC malformed") << hec << QByteArray("Digest x") << 401 << 3;
    QTest::newRow("HEC wrong") << hec << QByteArray("Splunk wrong") << 403 << 4;
}

void TestCredentials::table()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, authorization);
    QFETCH(int, status);
    QFETCH(int, code);
    HttpFixture fixture;
    HttpRawClient client(fixture.port());
    client.send(post(path, authorization));
    const HttpReply reply = client.reply();
    QCOMPARE(reply.status, status);
    QCOMPARE(QJsonDocument::fromJson(reply.body)[QLatin1String("code")].toInt(-1), code);
    QCOMPARE(reply.head.contains("WWW-Authenticate: Bearer\r\n"), status == 401);
    QCOMPARE(fixture.sink.deliveries.size(), status == 200 ? 1 : 0);
    QVERIFY(fixture.isServing());
}

void TestCredentials::capabilityAddress()
{
    HttpFixture fixture({}, models::AuthMode::Url);
    const auto status = [&](const QByteArray &path) {
        HttpRawClient client(fixture.port());
        client.send(post(path, {}));
        return client.reply().status;
    };
    QCOMPARE(status("/hook/" + QByteArray(httpToken)), 200);
    QCOMPARE(fixture.sink.deliveries.last().path, QStringLiteral("/hook/…"));
    QCOMPARE(status("/hook/wrong"), 401);
    QCOMPARE(status("/hook/" + QByteArray(httpToken) + "/"), 401);
    QCOMPARE(status("/hook/"), 404);
    QCOMPARE(status("/webhook"), 401);
}

void TestCredentials::openToAll()
{
    HttpFixture fixture({}, models::AuthMode::None);
    HttpRawClient client(fixture.port());
    client.send(post("/webhook", {}));
    QCOMPARE(client.reply().status, 200);
    client.send(post("/services/collector", "Splunk whatever"));
    QCOMPARE(client.reply().status, 200);
}

void TestCredentials::twoTokensUntilTheEndDate_data()
{
    QTest::addColumn<models::AuthMode>("mode");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("before");
    QTest::newRow("bearer") << models::AuthMode::Bearer << QByteArray("/webhook")
                            << QByteArray("Bearer ");
    QTest::newRow("splunk") << models::AuthMode::Bearer << QByteArray("/services/collector")
                            << QByteArray("Splunk ");
    QTest::newRow("address") << models::AuthMode::Url << QByteArray("/hook/") << QByteArray();
}

void TestCredentials::twoTokensUntilTheEndDate()
{
    QFETCH(models::AuthMode, mode);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, before);
    HttpFixture fixture({}, mode);
    const QByteArray fresh = "fresh-token-0123456789";
    const auto old = models::ReceiverSecrets::fromToken(QString::fromLatin1(httpToken));
    const auto status = [&](const QByteArray &token) {
        HttpRawClient client(fixture.port());
        client.send(mode == models::AuthMode::Url ? post(path + token, {})
                                                  : post(path, before + token));
        return client.reply().status;
    };
    const auto rotate = [&](models::Instant until) {
        fixture.receiver.apply(
                fixture.settings,
                old.rotated(models::Secret::fromText(QString::fromLatin1(fresh)), until));
    };
    const int refused = path.startsWith("/services") ? 403 : 401;
    QCOMPARE(status(fresh), refused);
    rotate(models::now() + 1h);
    QCOMPARE(status(fresh), 200);
    QCOMPARE(status(httpToken), 200);
    QCOMPARE(status("neither-of-the-two-01234"), refused);
    rotate(models::now() - 1ms);
    QCOMPARE(status(fresh), 200);
    QCOMPARE(status(httpToken), refused);
}

void TestCredentials::previousEndsByItself()
{
    const auto old = models::ReceiverSecrets::fromToken(QString::fromLatin1(httpToken));
    const models::Instant until = models::now() + 1h;
    app::Authenticator authenticator;
    authenticator.configure(models::AuthMode::Bearer,
                            old.rotated(models::Secret::fromText(QStringLiteral("x")), until));
    const app::Target target = app::findRoute("/webhook");
    const QByteArray credentials = "Bearer " + QByteArray(httpToken);
    QCOMPARE(authenticator.check(target, credentials, until - 1ms), app::Credentials::Accepted);
    QCOMPARE(authenticator.check(target, credentials, until), app::Credentials::Wrong);
    QCOMPARE(authenticator.check(target, "Bearer x", until), app::Credentials::Accepted);
}

void TestCredentials::previousWithoutEndAdmitsNobody()
{
    app::Authenticator authenticator;
    const models::Secret secret = models::Secret::fromText(QString::fromLatin1(httpToken));
    const app::Target target = app::findRoute("/webhook");
    const QByteArray credentials = "Bearer " + QByteArray(httpToken);
    authenticator.configure(models::AuthMode::Bearer, { {}, secret, {} });
    QCOMPARE(authenticator.check(target, credentials, models::now()), app::Credentials::Wrong);
    authenticator.configure(models::AuthMode::Bearer, { {}, {}, models::now() + 1h });
    QCOMPARE(authenticator.check(target, credentials, models::now()), app::Credentials::Wrong);
    // No hash is no secret, not the hash of nothing.
    QCOMPARE(authenticator.check(target, "Bearer ", models::now()), app::Credentials::Malformed);
}

void TestCredentials::nothingSecretIsRecorded()
{
    for (const auto mode : { models::AuthMode::Bearer, models::AuthMode::Url }) {
        HttpFixture fixture({}, mode);
        // The mistyped addresses carry a secret of the least length that settings allow.
        for (const QByteArray path :
             { "/hook/sesame", "/hook//sesame", "/hook?sesame", "/webhook?sesame", "/hooksesame",
               "/Hook/sesame-sesame-16", "/webhook/sesame-sesame-16/", "/a//sesame-sesame-16",
               "http://127.0.0.1/hook/sesame-sesame-16" }) {
            HttpRawClient client(fixture.port());
            client.send(post(path, "Bearer sesame"));
            const HttpReply reply = client.reply();
            QVERIFY(reply.status >= 400);
            QVERIFY(!reply.body.contains("sesame"));
        }
        QVERIFY(!fixture.sink.refusals.isEmpty());
        for (const models::Refusal &refusal : std::as_const(fixture.sink.refusals)) {
            QVERIFY2(!refusal.path.contains(QLatin1String("sesame")), qPrintable(refusal.path));
            QVERIFY(!refusal.cause.contains(QLatin1String("sesame")));
        }
    }
}

void TestCredentials::shutsOutWhoGuesses()
{
    HttpFakeSink sink;
    app::Intake intake(sink);
    intake.configure({}, models::ReceiverSecrets::fromToken(QString::fromLatin1(httpToken)));
    app::RequestHead wrong;
    wrong.method = "POST";
    wrong.target = "/webhook";
    wrong.authorization = "Bearer wrong";
    wrong.length = 26;
    const QByteArray good = "Bearer " + QByteArray(httpToken);
    app::RequestHead right = wrong;
    right.authorization = good;

    const app::Peer stranger = app::makePeer(QHostAddress(QStringLiteral("192.0.2.1")));
    const app::Peer other = app::makePeer(QHostAddress(QStringLiteral("192.0.2.2")));
    const app::Peer local = app::makePeer(QHostAddress(QStringLiteral("::ffff:127.0.0.1")));
    for (int i = 0; i < 10; ++i) {
        QCOMPARE(intake.judge(wrong, stranger)->status, 401);
        QCOMPARE(intake.judge(wrong, local)->status, 401);
    }
    const auto answer = intake.judge(right, stranger); // guessing right now does not help
    QVERIFY(answer);
    QCOMPARE(answer->status, 429);
    QVERIFY(answer->fields.startsWith("Retry-After: "));
    QVERIFY(!intake.judge(right, other));
    QVERIFY(!intake.judge(right, local));
    app::RequestHead metrics;
    metrics.method = "GET";
    metrics.target = "/metrics";
    QCOMPARE(intake.judge(metrics, other)->status, 403);
    QVERIFY(!intake.judge(metrics, local));
}

void TestCredentials::ratesByNetwork()
{
    app::RateLimiter limiter;
    const auto now = app::RateLimiter::Clock::time_point {} + 1h;
    const auto peer = [](const char *address) {
        return app::makePeer(QHostAddress(QLatin1String(address)));
    };
    for (int i = 0; i < 10; ++i)
        limiter.countFailure(peer("2001:db8:1:2::1"), now);
    QCOMPARE(limiter.shutOut(peer("2001:db8:1:2:ffff::9"), now), 60s); // the same /64
    QCOMPARE(limiter.shutOut(peer("2001:db8:1:3::1"), now), 0s);
    QCOMPARE(limiter.shutOut(peer("2001:db8:1:2::1"), now + 59500ms), 1s);
    QCOMPARE(limiter.shutOut(peer("2001:db8:1:2::1"), now + 60s), 0s);
    limiter.countFailure(peer("2001:db8:1:2::1"), now + 61s); // a new window
    QCOMPARE(limiter.shutOut(peer("2001:db8:1:2::1"), now + 61s), 0s);
    QCOMPARE(peer("::ffff:192.0.2.7").address, QStringLiteral("192.0.2.7"));
    QCOMPARE(peer("::ffff:192.0.2.7").group, peer("192.0.2.7").group);
}

void TestCredentials::remembersOnlySoMany()
{
    app::RateLimiter limiter({ 3, 60s, 4 });
    const auto now = app::RateLimiter::Clock::time_point {} + 1h;
    const auto peer = [](int i) { return app::makePeer(QHostAddress(quint32(0xc0000200 + i))); };
    for (int i = 0; i < 3; ++i)
        limiter.countFailure(peer(1), now);
    for (int i = 2; i < 100; ++i) // a flood does not wash out who is shut out
        limiter.countFailure(peer(i), now);
    QVERIFY(limiter.shutOut(peer(1), now) > 0s);
}

} // namespace

QTEST_GUILESS_MAIN(TestCredentials)
#include "credentialstest.moc"
