// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tls/certificatemaker.h"
#include "tests/support/httpfixture.h"
#include "tests/support/httpsecureclient.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <memory>

namespace {

using namespace std::chrono_literals;

/// Peers that mean no good, or know nothing better, on the TLS port; an honest one beside them.
class TlsPeersTest final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void cleanup();
    void plainHttpGetsAnEnd();
    void silentPeers();
    void closingDuringHandshake();
    void halfHello();
    void versionsAndSuites_data();
    void versionsAndSuites();
    void curlTrustsTheMadeCertificate();

private:
    /// A second at most, whatever the others do.
    bool isHonestServed();
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

void TlsPeersTest::init()
{
    models::ReceiverLimits limits;
    limits.headTime = 1s;
    limits.idleTime = 3s;
    m_http = std::make_unique<HttpFixture>(limits);
    m_http->settings.certificateFile = m_made.certificateFile;
    m_http->settings.keyFile = m_made.keyFile;
    m_http->apply();
    QTRY_COMPARE(m_http->applied.size(), 2);
}

void TlsPeersTest::cleanup()
{
    m_http.reset();
}

bool TlsPeersTest::isHonestServed()
{
    QElapsedTimer time;
    time.start();
    const bool isServed =
            HttpSecureClient(m_http->port()).ask(httpPost()).startsWith("HTTP/1.1 200 ");
    return isServed && time.elapsed() < 1000;
}

/// Runs a program while the receiver on this thread works.
bool TlsPeersTest::run(QProcess &process, const QString &program, const QStringList &arguments)
{
    process.start(program, arguments);
    return QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 20000);
}

void TlsPeersTest::plainHttpGetsAnEnd()
{
    for (const QByteArray &bytes :
         { httpPost(), QByteArray("GET / HTTP/1.1\r\n\r\n"), QByteArray("\n"), QByteArray(5, '\0'),
           QByteArray(70000, 'a') }) {
        HttpRawClient client(m_http->port());
        client.send(bytes);
        QVERIFY(client.isClosed(3000));
        QVERIFY(!client.unread().contains("HTTP/"));
        QVERIFY(isHonestServed());
    }
}

void TlsPeersTest::silentPeers()
{
    std::vector<std::unique_ptr<HttpRawClient>> silent;
    for (int i = 0; i < 60; ++i)
        silent.push_back(std::make_unique<HttpRawClient>(m_http->port()));
    QVERIFY(isHonestServed());
    for (auto &client : silent)
        QVERIFY(client->isClosed(4000));
    QVERIFY(isHonestServed());
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
    std::vector<std::unique_ptr<HttpRawClient>> halves;
    for (int i = 0; i < 30; ++i) {
        halves.push_back(std::make_unique<HttpRawClient>(m_http->port()));
        halves.back()->send(QByteArray::fromHex("160301020001000400"));
    }
    QVERIFY(isHonestServed());
    QElapsedTimer time;
    time.start();
    // A byte now and then keeps nobody in.
    while (time.elapsed() < 4000 && halves.front()->isConnected()) {
        for (auto &client : halves)
            client->send("a");
        QTest::qWait(100);
    }
    for (auto &client : halves)
        QVERIFY(client->isClosed(1000));
    QVERIFY(isHonestServed());
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
    QVERIFY(client.waitForStarted(5000));
    client.write(httpPost());
    QByteArray answer;
    (void)QTest::qWaitFor(
            [&] {
                answer += client.readAllStandardOutput();
                return answer.endsWith('}') || client.state() == QProcess::NotRunning;
            },
            10000);
    answer += client.readAllStandardOutput();
    client.kill();
    (void)QTest::qWaitFor([&] { return client.state() == QProcess::NotRunning; }, 5000);
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
            QStringLiteral("10"),
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
