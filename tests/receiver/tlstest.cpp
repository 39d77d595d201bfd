// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/httpfixture.h"
#include "tests/support/httpsecureclient.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace {

using namespace std::chrono_literals;
using Field = models::SettingsProblem::Field;

/// HTTPS behind the gate.
class TestTls final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void servesHttps();
    void refusesOldVersions();
    void changesBetweenHttpAndHttps();
    void wrongFiles_data();
    void wrongFiles();
    void silentPeersHoldNobodyUp();
    void handshakesHaveADeadline();
    void plainBytesToHttps();

private:
    QString make(const QString &name, const QStringList &keyOptions);
    QString file(const QString &name) const { return m_folder.filePath(name); }
    void useTls(HttpFixture &fixture) const;

    QTemporaryDir m_folder;
};

QString TestTls::make(const QString &name, const QStringList &keyOptions)
{
    QProcess openssl;
    openssl.start(QStringLiteral("openssl"),
                  QStringList { QStringLiteral("req"), QStringLiteral("-x509"),
                                QStringLiteral("-nodes"), QStringLiteral("-subj"),
                                QStringLiteral("/CN=localhost"), QStringLiteral("-days"),
                                QStringLiteral("2"), QStringLiteral("-keyout"),
                                file(name + QStringLiteral(".key")), QStringLiteral("-out"),
                                file(name + QStringLiteral(".crt")) }
                          + keyOptions);
    openssl.waitForFinished(60000);
    return openssl.exitCode() == 0 ? QString() : QString::fromUtf8(openssl.readAllStandardError());
}

void TestTls::initTestCase()
{
    if (QStandardPaths::findExecutable(QStringLiteral("openssl")).isEmpty())
        QSKIP("The openssl program makes the certificates");
    const QStringList ec { QStringLiteral("-newkey"), QStringLiteral("ec"),
                           QStringLiteral("-pkeyopt"),
                           QStringLiteral("ec_paramgen_curve:prime256v1") };
    QCOMPARE(make(QStringLiteral("ec"), ec), QString());
    QCOMPARE(make(QStringLiteral("other"), ec), QString());
    QCOMPARE(make(QStringLiteral("rsa"), { QStringLiteral("-newkey"), QStringLiteral("rsa:2048") }),
             QString());
    QFile rubbish(file(QStringLiteral("rubbish")));
    QVERIFY(rubbish.open(QIODevice::WriteOnly));
    rubbish.write("not a PEM file");
    QFile encrypted(file(QStringLiteral("encrypted")));
    QVERIFY(encrypted.open(QIODevice::WriteOnly));
    encrypted.write("-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n"
                    "-----END ENCRYPTED PRIVATE KEY-----\n");
}

void TestTls::useTls(HttpFixture &fixture) const
{
    fixture.settings.certificateFile = file(QStringLiteral("ec.crt"));
    fixture.settings.keyFile = file(QStringLiteral("ec.key"));
    const qsizetype before = fixture.applied.size();
    fixture.apply();
    QTRY_COMPARE(fixture.applied.size(), before + 1);
}

void TestTls::servesHttps()
{
    for (const QString &name : { QStringLiteral("ec"), QStringLiteral("rsa") }) {
        HttpFixture fixture;
        fixture.settings.certificateFile = file(name + QStringLiteral(".crt"));
        fixture.settings.keyFile = file(name + QStringLiteral(".key"));
        fixture.apply();
        QTRY_COMPARE(fixture.applied.size(), 2);
        QVERIFY(fixture.state().url.startsWith(QLatin1String("https://127.0.0.1:")));
        HttpSecureClient client(fixture.port());
        for (int i = 0; i < 20; ++i)
            QVERIFY(client.ask(httpPost()).startsWith("HTTP/1.1 200 "));
        const QByteArray large = QByteArray(700000, ' ') + httpHello;
        QVERIFY(client.ask(httpPost(large)).startsWith("HTTP/1.1 200 "));
        QVERIFY(client.ask("POST /webhook HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n12345")
                        .startsWith("HTTP/1.1 401 "));
        QTRY_COMPARE(client.socket.state(), QAbstractSocket::UnconnectedState);
    }
}

void TestTls::refusesOldVersions()
{
    HttpFixture fixture;
    useTls(fixture);
    QT_WARNING_PUSH
    QT_WARNING_DISABLE_DEPRECATED
    HttpSecureClient old(fixture.port(), QSsl::TlsV1_1);
    QT_WARNING_POP
    QVERIFY(!old.socket.isEncrypted());
    HttpSecureClient fresh(fixture.port(), QSsl::TlsV1_2);
    QVERIFY(fresh.ask(httpPost()).startsWith("HTTP/1.1 200 "));
}

void TestTls::changesBetweenHttpAndHttps()
{
    HttpFixture fixture;
    const quint16 port = fixture.port();
    useTls(fixture);
    QCOMPARE(fixture.port(), port); // the listener stays
    QVERIFY(HttpSecureClient(port).ask(httpPost()).startsWith("HTTP/1.1 200 "));
    fixture.settings.certificateFile.clear();
    fixture.settings.keyFile.clear();
    fixture.apply();
    QTRY_COMPARE(fixture.applied.size(), 3);
    QVERIFY(fixture.state().url.startsWith(QLatin1String("http://")));
    QVERIFY(fixture.isServing());
}

void TestTls::wrongFiles_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("key");
    QTest::addColumn<int>("field");
    const QString ecCertificate = QStringLiteral("ec.crt");
    const QString ecKey = QStringLiteral("ec.key");
    const QString rubbish = QStringLiteral("rubbish");
    QTest::newRow("of another pair")
            << ecCertificate << QStringLiteral("other.key") << int(Field::Key);
    QTest::newRow("of another kind")
            << ecCertificate << QStringLiteral("rsa.key") << int(Field::Key);
    QTest::newRow("encrypted") << ecCertificate << QStringLiteral("encrypted") << int(Field::Key);
    QTest::newRow("no key file") << ecCertificate << QStringLiteral("nothing") << int(Field::Key);
    QTest::newRow("rubbish key") << ecCertificate << rubbish << int(Field::Key);
    QTest::newRow("certificate as key") << ecCertificate << ecCertificate << int(Field::Key);
    QTest::newRow("no certificate file")
            << QStringLiteral("nothing") << ecKey << int(Field::Certificate);
    QTest::newRow("rubbish certificate") << rubbish << ecKey << int(Field::Certificate);
    QTest::newRow("key as certificate") << ecKey << ecKey << int(Field::Certificate);
}

void TestTls::wrongFiles()
{
    QFETCH(QString, certificate);
    QFETCH(QString, key);
    QFETCH(int, field);
    HttpFixture fixture;
    fixture.settings.certificateFile = file(certificate);
    fixture.settings.keyFile = file(key);
    fixture.apply();
    QTRY_COMPARE(fixture.refused.size(), 1);
    const auto problems = fixture.refused.first().first().value<QList<models::SettingsProblem>>();
    QCOMPARE(int(problems.first().field), field);
    QVERIFY(!problems.first().text.isEmpty());
    QVERIFY(fixture.isServing()); // as before, over HTTP
}

void TestTls::silentPeersHoldNobodyUp()
{
    models::ReceiverLimits limits;
    limits.headTime = 1h; // they are there until the end
    HttpFixture fixture(limits);
    useTls(fixture);
    std::vector<std::unique_ptr<HttpRawClient>> clients;
    for (int i = 0; i < 60; ++i) {
        clients.push_back(std::make_unique<HttpRawClient>(fixture.port()));
        if (i % 3 == 1)
            clients.back()->send(QByteArray::fromHex("160301020001")); // half a hello
        else if (i % 3 == 2)
            clients.back()->socket.abort();
    }
    QVERIFY(HttpSecureClient(fixture.port()).ask(httpPost()).startsWith("HTTP/1.1 200 "));
    QVERIFY(clients[0]->isConnected() && clients[1]->isConnected());
}

void TestTls::handshakesHaveADeadline()
{
    models::ReceiverLimits limits;
    limits.headTime = 1s;
    HttpFixture fixture(limits);
    useTls(fixture);
    QVERIFY(HttpRawClient(fixture.port()).isClosed());
    QTRY_VERIFY(HttpSecureClient(fixture.port()).ask(httpPost()).startsWith("HTTP/1.1 200 "));
}

void TestTls::plainBytesToHttps()
{
    HttpFixture fixture;
    useTls(fixture);
    HttpRawClient client(fixture.port());
    client.send(httpPost());
    QVERIFY(client.isClosed());
    QVERIFY(fixture.sink.deliveries.isEmpty());
    QVERIFY(HttpSecureClient(fixture.port()).ask(httpPost()).startsWith("HTTP/1.1 200 "));
}

} // namespace

QTEST_GUILESS_MAIN(TestTls)
#include "tlstest.moc"
