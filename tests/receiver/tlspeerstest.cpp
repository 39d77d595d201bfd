// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tls/certificatemaker.h"
#include "tests/support/httpfixture.h"
#include "tests/support/httpsecureclient.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <algorithm>
#include <memory>
#include <vector>

namespace {

using namespace std::chrono_literals;

/// Peers that mean no good, or know nothing better, on the TLS port; an honest one beside them.
class TlsPeersTest final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init() { start(1h); } // nobody's time runs out
    void cleanup() { m_http.reset(); }
    void plainHttpGetsAnEnd();
    void silentPeers();
    void silentPeersAreClosed();
    void closingDuringHandshake();
    void halfHello();
    void halfHelloIsClosed();
    void versionsAndSuites_data();
    void versionsAndSuites();
    void curlTrustsTheMadeCertificate();

private:
    /// A receiver with so much time for a handshake.
    void start(std::chrono::milliseconds headTime);
    bool isHonestServed();
    using Clients = std::vector<std::unique_ptr<HttpRawClient>>;
    Clients connectMany(int count, const QByteArray &bytes = {});
    static bool areConnected(const Clients &clients);
    bool run(QProcess &process, const QString &program, const QStringList &arguments);

    QTemporaryDir m_dir;
    app::MadeCertificate m_made;
    std::unique_ptr<HttpFixture> m_http;
};

void TlsPeersTest::initTestCase()
{
    const auto made = app::CertificateMaker::make(m_dir.path());
    QVERIFY2(made, made ? "" : qPrintable(made.error()));
    m_made = made.value();
}

void TlsPeersTest::start(std::chrono::milliseconds headTime)
{
    models::ReceiverLimits limits;
    limits.headTime = headTime;
    m_http = std::make_unique<HttpFixture>(limits);
    m_http->settings.certificateFile = m_made.certificateFile;
    m_http->settings.keyFile = m_made.keyFile;
    m_http->apply();
    QTRY_COMPARE(m_http->applied.size(), 2);
}

bool TlsPeersTest::isHonestServed()
{
    return HttpSecureClient(m_http->port()).ask(httpPost()).startsWith("HTTP/1.1 200 ");
}

TlsPeersTest::Clients TlsPeersTest::connectMany(int count, const QByteArray &bytes)
{
    Clients clients;
    for (int i = 0; i < count; ++i) {
        clients.push_back(std::make_unique<HttpRawClient>(m_http->port()));
        clients.back()->send(bytes);
    }
    return clients;
}

bool TlsPeersTest::areConnected(const Clients &clients)
{
    return std::all_of(clients.begin(), clients.end(),
                       [](const auto &client) { return client->isConnected(); });
}

/// Runs a program while the receiver on this thread works.
bool TlsPeersTest::run(QProcess &process, const QString &program, const QStringList &arguments)
{
    process.start(program, arguments);
    return QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; },
                           hangBound);
}

void TlsPeersTest::plainHttpGetsAnEnd()
{
    start(1s); // too little of a hello is waited for
    for (const QByteArray &bytes :
         { httpPost(), QByteArray("GET / HTTP/1.1\r\n\r\n"), QByteArray("\n"), QByteArray(5, '\0'),
           QByteArray(70000, 'a') }) {
        HttpRawClient client(m_http->port());
        client.send(bytes);
        QVERIFY(client.isClosed());
        QVERIFY(!client.unread().contains("HTTP/"));
        QTRY_VERIFY(isHonestServed());
    }
}

void TlsPeersTest::silentPeers()
{
    const Clients silent = connectMany(60);
    QVERIFY(isHonestServed());
    QVERIFY(areConnected(silent)); // served beside them, not after
}

void TlsPeersTest::silentPeersAreClosed()
{
    start(1s);
    for (const auto &client : connectMany(60))
        QVERIFY(client->isClosed());
    QTRY_VERIFY(isHonestServed());
}

void TlsPeersTest::closingDuringHandshake()
{
    // Thirty of them would stop QSslServer for good.
    for (int i = 0; i < 60; ++i) {
        HttpRawClient client(m_http->port());
        if (i % 2 == 1)
            client.send(QByteArray::fromHex("16030102000100"));
        if (i % 3 == 0)
            client.socket.abort();
        else
            client.socket.disconnectFromHost();
    }
    QVERIFY(isHonestServed());
}

void TlsPeersTest::halfHello()
{
    const Clients halves = connectMany(30, QByteArray::fromHex("160301020001000400"));
    QVERIFY(isHonestServed());
    QVERIFY(areConnected(halves));
}

void TlsPeersTest::halfHelloIsClosed()
{
    start(1s);
    const Clients halves = connectMany(30, QByteArray::fromHex("160301020001000400"));
    // A byte now and then keeps nobody in: with it alone they would stay for half a minute.
    for (int i = 0; i < 300 && halves.front()->isConnected(); ++i) {
        for (const auto &client : halves)
            client->send("a");
        QTest::qWait(100);
    }
    for (const auto &client : halves)
        QVERIFY(client->isClosed());
    QTRY_VERIFY(isHonestServed());
}

void TlsPeersTest::versionsAndSuites_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<bool>("isServed");
    const auto row = [](const char *name, const char *options, bool isServed) {
        QTest::newRow(name) << QString::fromLatin1(options) << isServed;
    };
    row("TLS 1.0", "-tls1 -cipher ALL@SECLEVEL=0", false);
    row("TLS 1.1", "-tls1_1 -cipher ALL@SECLEVEL=0", false);
    row("TLS 1.2", "-tls1_2", true);
    row("TLS 1.3", "-tls1_3", true);
    row("CBC", "-tls1_2 -cipher ECDHE-ECDSA-AES256-SHA384:ECDHE-ECDSA-AES128-SHA@SECLEVEL=0",
        false);
    row("CCM", "-tls1_2 -cipher ECDHE-ECDSA-AES128-CCM8:ECDHE-ECDSA-AES128-CCM@SECLEVEL=0", false);
    row("anonymous", "-tls1_2 -cipher AECDH-AES128-SHA@SECLEVEL=0", false);
    row("GCM", "-tls1_2 -cipher ECDHE-ECDSA-AES128-GCM-SHA256", true);
    row("ChaCha20", "-tls1_2 -cipher ECDHE-ECDSA-CHACHA20-POLY1305", true);
}

void TlsPeersTest::versionsAndSuites()
{
    QFETCH(QString, options);
    QFETCH(bool, isServed);
    if (QStandardPaths::findExecutable(QStringLiteral("openssl")).isEmpty())
        QSKIP("The openssl program is the client");
    QProcess client;
    // Its configuration would forbid old versions before the server can.
    client.setProcessEnvironment([] {
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("OPENSSL_CONF"), QStringLiteral("/dev/null"));
        return environment;
    }());
    client.start(QStringLiteral("openssl"),
                 QStringList { QStringLiteral("s_client"), QStringLiteral("-quiet"),
                               QStringLiteral("-connect"),
                               QStringLiteral("127.0.0.1:%1").arg(m_http->port()) }
                         + options.split(QLatin1Char(' ')));
    QVERIFY(client.waitForStarted(hangBound));
    client.write(httpPost());
    QByteArray answer;
    (void)QTest::qWaitFor(
            [&] {
                answer += client.readAllStandardOutput();
                return answer.endsWith('}') || client.state() == QProcess::NotRunning;
            },
            hangBound);
    answer += client.readAllStandardOutput();
    client.kill();
    (void)QTest::qWaitFor([&] { return client.state() == QProcess::NotRunning; }, hangBound);
    const QByteArray words = client.readAllStandardError();
    QVERIFY2(answer.startsWith("HTTP/1.1 200 ") == isServed, QByteArray(words + answer));
    if (!isServed) // and it was the server who said no
        QVERIFY2(words.contains("alert"), words);
    QVERIFY(isHonestServed());
}

void TlsPeersTest::curlTrustsTheMadeCertificate()
{
    if (QStandardPaths::findExecutable(QStringLiteral("curl")).isEmpty())
        QSKIP("curl is the client");
    for (const char *host : { "localhost", "127.0.0.1" }) {
        const QStringList common {
            QStringLiteral("-sS"),
            QStringLiteral("--noproxy"),
            QStringLiteral("*"),
            QStringLiteral("-4"),
            QStringLiteral("--max-time"),
            QStringLiteral("60"),
            QStringLiteral("-H"),
            QStringLiteral("Authorization: Bearer ") + m_http->token,
            QStringLiteral("-d"),
            QString::fromLatin1(httpHello),
            QStringLiteral("https://%1:%2/webhook").arg(QLatin1String(host)).arg(m_http->port())
        };
        QProcess curl;
        QVERIFY(run(curl, QStringLiteral("curl"),
                    QStringList { QStringLiteral("--cacert"), m_made.certificateFile } + common));
        const QByteArray words = curl.readAllStandardError();
        QVERIFY2(curl.exitCode() == 0, words);
        QVERIFY(curl.readAllStandardOutput().contains("\"code\":0"));
        QProcess trusting; // the check above must not pass for anything
        QVERIFY(run(trusting, QStringLiteral("curl"), common));
        QCOMPARE(trusting.exitCode(), 60); // not known to the system
    }
}

} // namespace

QTEST_GUILESS_MAIN(TlsPeersTest)
#include "tlspeerstest.moc"
