// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tls/certificatemaker.h"
#include "models/settings/proxytext.h"
#include "tests/support/cliprocess.h"
#include "tests/support/outsideprogram.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

namespace {

using models::ProxyKind;

const QString cli = QStringLiteral(CLI);
const QByteArray hello(R"({"event": "Hello, world!"})");

/// nginx and Caddy in front of the real collector, configured by the text that Watchfloor offers
/// to copy; only host name, port and certificate are put in, as a person would.
class OutsideProxiesTest final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void passesEventsOn_data();
    void passesEventsOn();
    void secretAddressStaysOutOfLogs();

private:
    struct Setup
    {
        ProxyKind kind = ProxyKind::Nginx;
        models::ReceiverSettings settings;
        bool isSecure = false;
    };
    bool startCollector(ServeProcess &serve, Setup &setup);
    bool startProxy(QProcess &proxy, const Setup &setup, const QString &folder);
    QString nginxFile(const Setup &setup, const QString &folder) const;
    QString caddyFile(const Setup &setup, const QString &folder) const;
    static void end(QProcess &process);
    static QStringList peersIn(const QString &dataDir);

    QTemporaryDir m_certificates;
    app::MadeCertificate m_made;
    quint16 m_port = 0; ///< of the proxy
};

QByteArray described(const CurlReply &reply)
{
    return QByteArray(QByteArray::number(reply.status) + ' ' + reply.words + reply.body);
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

void OutsideProxiesTest::initTestCase()
{
    const auto made = app::CertificateMaker::make(m_certificates.path());
    QVERIFY(made);
    m_made = made.value();
}

bool OutsideProxiesTest::startCollector(ServeProcess &serve, Setup &setup)
{
    const QString config = m_certificates.filePath(QStringLiteral("settings.ini"));
    // The sender's address is one of 127.0.0.0/8 here and a proxy's word is taken for it.
    write(config,
          QByteArray("[receiver]\ntrustedProxies=127.0.0.1, ::1\n[limits]\nbodyBytes=1048576\n"));
    QStringList more { QStringLiteral("--config"), config };
    if (setup.settings.auth == models::AuthMode::Url)
        more << QStringLiteral("--auth") << QStringLiteral("url");
    if (setup.isSecure) {
        more << QStringLiteral("--tls-cert") << m_made.certificateFile
             << QStringLiteral("--tls-key") << m_made.keyFile;
        setup.settings.certificateFile = m_made.certificateFile;
        setup.settings.keyFile = m_made.keyFile;
    }
    if (!serve.start(more))
        return false;
    setup.settings.port = quint16(QUrl(serve.url()).port());
    return true;
}

QString OutsideProxiesTest::nginxFile(const Setup &setup, const QString &folder) const
{
    QString text = models::proxyText(setup.kind, setup.settings);
    text.replace(QLatin1String("listen 443 ssl;"),
                 QStringLiteral("listen 127.0.0.1:%1 ssl;").arg(m_port));
    text.replace(QLatin1String("/etc/letsencrypt/live/events.example.com/fullchain.pem"),
                 m_made.certificateFile);
    text.replace(QLatin1String("/etc/letsencrypt/live/events.example.com/privkey.pem"),
                 m_made.keyFile);
    text.replace(QString::fromUtf16(models::proxyHostName), QStringLiteral("localhost"));
    const QString whole = QStringLiteral(R"(daemon off; master_process off; pid "%1/pid";
error_log "%1/error.log"; events {}
http { access_log "%1/access.log"; client_body_temp_path "%1/a"; proxy_temp_path "%1/b";
fastcgi_temp_path "%1/c"; uwsgi_temp_path "%1/d"; scgi_temp_path "%1/e";
%2})")
                                  .arg(folder, text);
    const QString path = folder + QStringLiteral("/nginx.conf");
    write(path, whole.toUtf8());
    return path;
}

QString OutsideProxiesTest::caddyFile(const Setup &setup, const QString &folder) const
{
    QString text = models::proxyText(setup.kind, setup.settings);
    // No port 80, no administration, no certificate from outside.
    text.replace(QLatin1String("\n{\n"), QLatin1String("\n{\n\tadmin off\n\tauto_https off\n"));
    text.replace(QLatin1String("events.example.com {"),
                 QStringLiteral("https://localhost:%1 {\n\tbind 127.0.0.1\n\ttls %2 %3")
                         .arg(QString::number(m_port), m_made.certificateFile, m_made.keyFile));
    const QString path = folder + QStringLiteral("/Caddyfile");
    write(path, text.toUtf8());
    return path;
}

bool OutsideProxiesTest::startProxy(QProcess &proxy, const Setup &setup, const QString &folder)
{
    m_port = freePort();
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("HOME"), folder);
    environment.insert(QStringLiteral("XDG_DATA_HOME"), folder);
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), folder);
    proxy.setProcessEnvironment(environment);
    if (setup.kind == ProxyKind::Nginx)
        proxy.start(programPath(QStringLiteral("nginx")),
                    { QStringLiteral("-p"), folder, QStringLiteral("-c"), nginxFile(setup, folder),
                      QStringLiteral("-e"), folder + QStringLiteral("/error.log") });
    else
        proxy.start(programPath(QStringLiteral("caddy")),
                    { QStringLiteral("run"), QStringLiteral("--config"), caddyFile(setup, folder),
                      QStringLiteral("--adapter"), QStringLiteral("caddyfile") });
    return proxy.waitForStarted(60000) && waitForListener(m_port);
}

void OutsideProxiesTest::end(QProcess &process)
{
    process.terminate();
    if (!process.waitForFinished(60000)) {
        process.kill();
        process.waitForFinished(60000);
    }
}

QStringList OutsideProxiesTest::peersIn(const QString &dataDir)
{
    QStringList peers;
    {
        QSqlDatabase database =
                QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("peers"));
        database.setDatabaseName(dataDir + QStringLiteral("/watchfloor.sqlite"));
        database.setConnectOptions(QStringLiteral("QSQLITE_OPEN_READONLY"));
        if (database.open()) {
            QSqlQuery query(database);
            query.exec(
                    QStringLiteral("SELECT peer FROM deliveries WHERE status = 200 ORDER BY id"));
            while (query.next())
                peers << query.value(0).toString();
        }
    }
    QSqlDatabase::removeDatabase(QStringLiteral("peers"));
    return peers;
}

void OutsideProxiesTest::passesEventsOn_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("isSecure");
    QTest::newRow("nginx") << int(ProxyKind::Nginx) << false;
    QTest::newRow("nginx, HTTPS to the collector too") << int(ProxyKind::Nginx) << true;
    QTest::newRow("Caddy") << int(ProxyKind::Caddy) << false;
    QTest::newRow("Caddy, HTTPS to the collector too") << int(ProxyKind::Caddy) << true;
}

void OutsideProxiesTest::passesEventsOn()
{
    QFETCH(int, kind);
    QFETCH(bool, isSecure);
    Setup setup;
    setup.kind = ProxyKind(kind);
    setup.isSecure = isSecure;
    const QString program = QString::fromLatin1(setup.kind == ProxyKind::Nginx ? "nginx" : "caddy");
    if (programPath(program).isEmpty())
        QSKIP("The proxy is not installed");
    const QTemporaryDir data;
    const QTemporaryDir folder;
    ServeProcess serve(cli, data.path());
    QVERIFY2(startCollector(serve, setup), serve.process().readAllStandardError());
    QProcess proxy;
    const bool isUp = startProxy(proxy, setup, folder.path());
    QVERIFY2(isUp, proxy.readAllStandardError());

    const QString url = QStringLiteral("https://localhost:%1").arg(m_port);
    const QString webhook = url + QStringLiteral("/webhook");
    const QStringList trust { QStringLiteral("--cacert"), m_made.certificateFile,
                              QStringLiteral("-4"), QStringLiteral("--http1.1") };
    // HTTP/1.1: curl 7.88 takes an early answer over HTTP/2 for an error of the stream.
    // From another address of the loopback, so that it can be told from the proxy's own.
    const QStringList from { QStringLiteral("--interface"), QStringLiteral("127.0.0.77") };
    const QByteArray token = serve.token();
    CurlReply reply = postByCurl(webhook, token, hello, trust + from);
    QVERIFY2(reply.status == 200, described(reply));
    // A sender's own claim is nothing.
    const QStringList claim { QStringLiteral("-H"), QStringLiteral("X-Forwarded-For: 203.0.113.9"),
                              QStringLiteral("-H"), QStringLiteral("Forwarded: for=203.0.113.8") };
    reply = postByCurl(webhook, token, R"({"event": "Hello, world!", "n": 2})",
                       trust + from + claim);
    QVERIFY2(reply.status == 200, described(reply));
    reply = postByCurl(webhook, "wrong-token-0123456789", hello, trust);
    QVERIFY2(reply.status == 401, described(reply));
    reply = postByCurl(webhook, token, "no JSON", trust);
    QVERIFY2(reply.status == 400, described(reply));
    reply = postByCurl(url + QStringLiteral("/elsewhere"), token, hello, trust);
    QVERIFY2(reply.status == 404, described(reply));
    reply = postByCurl(url + QStringLiteral("/metrics"), token, hello, trust);
    QVERIFY2(reply.status == 404, described(reply));
    QByteArray large = hello;
    large.append(1024 * 1024 - large.size(), ' ');
    reply = postByCurl(webhook, token, large, trust);
    QVERIFY2(reply.status == 200, described(reply));
    large.append(' ');
    reply = postByCurl(webhook, token, large, trust);
    // Caddy hangs up on senders that still talk after an early answer, and curl may see only that.
    const bool isHungUp = setup.kind == models::ProxyKind::Caddy && reply.status == 100;
    QVERIFY2(isHungUp || (reply.status == 413 && reply.body.contains("\"code\"")),
             described(reply));
    const QStringList chunked { QStringLiteral("-H"),
                                QStringLiteral("Transfer-Encoding: chunked") };
    reply = postByCurl(webhook, token, hello, trust + chunked);
    QVERIFY2(reply.status == 200, described(reply));

    end(proxy);
    QCOMPARE(serve.terminate(), 0);
    const CliOutcome stats = runCli(cli,
                                    { QStringLiteral("stats"), QStringLiteral("--json"),
                                      QStringLiteral("--data-dir"), data.path() });
    QVERIFY2(stats.out.contains("Body too large"), stats.out.constData());
    const QStringList peers = peersIn(data.path());
    QVERIFY(peers.size() >= 2);
    QCOMPARE(peers.at(0), QStringLiteral("127.0.0.77"));
    QCOMPARE(peers.at(1), QStringLiteral("127.0.0.77"));
}

void OutsideProxiesTest::secretAddressStaysOutOfLogs()
{
    for (const ProxyKind kind : { ProxyKind::Nginx, ProxyKind::Caddy }) {
        const bool isNginx = kind == ProxyKind::Nginx;
        if (programPath(QString::fromLatin1(isNginx ? "nginx" : "caddy")).isEmpty())
            QSKIP("The proxy is not installed");
        Setup setup;
        setup.kind = kind;
        setup.settings.auth = models::AuthMode::Url;
        const QTemporaryDir data;
        const QTemporaryDir folder;
        ServeProcess serve(cli, data.path());
        QVERIFY2(startCollector(serve, setup), serve.process().readAllStandardError());
        QProcess proxy;
        QVERIFY2(startProxy(proxy, setup, folder.path()), proxy.readAllStandardError());
        const QStringList trust { QStringLiteral("--cacert"), m_made.certificateFile,
                                  QStringLiteral("-4"), QStringLiteral("--http1.1") };
        const QString url = QStringLiteral("https://localhost:%1/hook/%2")
                                    .arg(QString::number(m_port), QLatin1String(serve.token()));
        CurlReply reply = postByCurl(url, {}, hello, trust);
        QVERIFY2(reply.status == 200, described(reply));
        serve.kill(); // and where the proxy has something to complain about
        reply = postByCurl(url, {}, hello, trust);
        QVERIFY2(reply.status == 502, described(reply));
        end(proxy);
        QByteArray logs = proxy.readAllStandardError() + proxy.readAllStandardOutput();
        for (const char *name : { "/access.log", "/error.log" }) {
            QFile file(folder.path() + QLatin1String(name));
            if (file.open(QIODevice::ReadOnly))
                logs += file.readAll();
        }
        QVERIFY2(!logs.contains(serve.token()), isNginx ? "nginx" : "caddy");
    }
}

} // namespace

QTEST_GUILESS_MAIN(OutsideProxiesTest)
#include "outsideproxiestest.moc"
