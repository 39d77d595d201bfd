// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tls/certificatemaker.h"
#include "testpaths.h"
#include "tests/support/cliprocess.h"
#include "tests/support/outsideprogram.h"

#include <QFile>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

namespace {

const QString cli = QStringLiteral(CLI);
const QByteArray hello(R"({"event": "Hello, world!"})");

/// Well-known clients, friendly and hostile, at the real collector.
class ClientsTest final : public QObject
{
    Q_OBJECT
private slots:
    void largeBodiesByCurl_data();
    void largeBodiesByCurl();
    void slowPeers_data();
    void slowPeers();
    void loadByWrk();

private:
    /// What the collector counts itself.
    static int connectionsIn(const QString &metrics)
    {
        const ProgramOutcome outcome =
                runProgram(QStringLiteral("curl"),
                           { QStringLiteral("-s"), QStringLiteral("--noproxy"), QStringLiteral("*"),
                             QStringLiteral("--max-time"), QStringLiteral("60"), metrics });
        const qsizetype at = outcome.out.indexOf("\nwatchfloor_connections ");
        return at < 0 ? 1000 : outcome.out.mid(at + 24, 5).split('\n').constFirst().toInt();
    }
    static QString write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? path
                                                                                    : QString();
    }
};

void ClientsTest::largeBodiesByCurl_data()
{
    QTest::addColumn<bool>("isSecure");
    QTest::newRow("HTTP") << false;
    QTest::newRow("HTTPS") << true;
}

void ClientsTest::largeBodiesByCurl()
{
    QFETCH(bool, isSecure);
    const QTemporaryDir dir;
    ServeProcess serve(cli, dir.path());
    QStringList options;
    QStringList trust { QStringLiteral("--http1.1") };
    if (isSecure) {
        const auto made = app::CertificateMaker::make(dir.filePath(QStringLiteral("tls")));
        QVERIFY(made);
        options << QStringLiteral("--tls-cert") << made.value().certificateFile
                << QStringLiteral("--tls-key") << made.value().keyFile;
        trust << QStringLiteral("--cacert") << made.value().certificateFile;
    }
    QVERIFY2(serve.start(options), serve.process().readAllStandardError());
    const QByteArray token = serve.token();
    const QStringList noExpect { QStringLiteral("-H"), QStringLiteral("Expect:") };
    // Without a "continue" curl would send nothing until its time for all is over.
    const QStringList expect { QStringLiteral("-H"), QStringLiteral("Expect: 100-continue"),
                               QStringLiteral("--expect100-timeout"), QStringLiteral("1000") };
    const QStringList chunked { QStringLiteral("-H"),
                                QStringLiteral("Transfer-Encoding: chunked") };
    constexpr qsizetype limit = 1024 * 1024;
    const auto check = [&](qsizetype size, const QStringList &more, int status) {
        QByteArray body = hello;
        body.append(size - body.size(), ' ');
        const CurlReply reply = postByCurl(serve.url(), token, body, trust + more);
        QVERIFY2(reply.exit == 0 && reply.status == status,
                 QByteArray(reply.words + reply.body + QByteArray::number(size)));
        QVERIFY(reply.body.contains("\"code\"")); // it could be read
    };
    for (const QStringList &more : { noExpect, expect, noExpect + chunked, expect + chunked }) {
        check(hello.size(), more, 200);
        check(limit - 1, more, 200);
        check(limit, more, 200);
        check(limit + 1, more, 413);
        check(2 * limit, more, 413);
    }
    check(20 * limit, expect, 413); // not one byte of it has to come
    QCOMPARE(serve.terminate(), 0);
}

void ClientsTest::slowPeers_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<bool>("isEvent"); // to the secret address, so that the body is waited for
    QTest::addColumn<QByteArray>("cause"); // as it is on record
    const auto row = [](const char *name, const char *options, bool isEvent, const char *cause) {
        QTest::newRow(name) << QString::fromLatin1(options).split(QLatin1Char(' ')) << isEvent
                            << QByteArray(cause);
    };
    row("slow headers", "-H -i 1 -x 24", false, "Head came too slowly");
    row("slow body", "-B -i 1 -s 8192 -x 10", true, "Body came too slowly");
    row("slow read", "-X -i 1 -w 1 -y 4 -n 1 -z 1", false, "");
}

void ClientsTest::slowPeers()
{
    QFETCH(QStringList, options);
    QFETCH(bool, isEvent);
    QFETCH(QByteArray, cause);
    if (programPath(QStringLiteral("slowhttptest")).isEmpty())
        QSKIP("slowhttptest is not installed");
    constexpr int peers = 150;
    const QTemporaryDir dir;
    const QString config = write(dir.filePath(QStringLiteral("settings.ini")),
                                 "[limits]\nheadMilliseconds=2000\nbodyMilliseconds=2000\n"
                                 "idleMilliseconds=2000\n");
    ServeProcess serve(cli, dir.path());
    QVERIFY(serve.start({ QStringLiteral("--auth"), QStringLiteral("url"),
                          QStringLiteral("--config"), config }));
    QString secret = serve.url();
    secret.replace(QLatin1String("/webhook"), QLatin1String("/hook/"));
    secret += QLatin1String(serve.token());
    QString health = serve.url();
    health.replace(QLatin1String("/webhook"), QLatin1String("/healthz"));
    QProcess slow;
    slow.start(programPath(QStringLiteral("slowhttptest")),
               QStringList { QStringLiteral("-c"), QString::number(peers), QStringLiteral("-r"),
                             QStringLiteral("100"), QStringLiteral("-l"), QStringLiteral("120"),
                             QStringLiteral("-p"), QStringLiteral("2"), QStringLiteral("-u"),
                             isEvent ? secret : health }
                       + options);
    QVERIFY(slow.waitForStarted(60'000));
    QString metrics = serve.url();
    metrics.replace(QLatin1String("/webhook"), QLatin1String("/metrics"));
    // Connections as counted right after the honest one was answered: the slow ones were there
    // while it was, and are not kept, long before they would leave by themselves.
    int most = 0;
    int last = peers;
    while (slow.state() != QProcess::NotRunning && (last > 3 || most <= peers / 2)) {
        const CurlReply reply = postByCurl(secret, {}, hello);
        QVERIFY2(reply.status == 200, reply.words);
        last = connectionsIn(metrics); // the slow program's own probe and ours among them
        most = qMax(most, last);
        QTest::qWait(150);
    }
    QVERIFY2(most > peers / 2, QByteArray::number(most));
    if (cause.isEmpty()) {
        QVERIFY2(last <= 3, QByteArray::number(last));
    } else {
        QTRY_COMPARE_WITH_TIMEOUT(slow.state(), QProcess::NotRunning, 60'000);
        QVERIFY2(slow.readAllStandardOutput().contains("No open connections left"), cause);
    }
    slow.kill();
    slow.waitForFinished(60'000);
    QTRY_VERIFY_WITH_TIMEOUT(connectionsIn(metrics) <= 1, 60'000);
    QCOMPARE(serve.terminate(), 0);
    const CliOutcome stats = runCli(cli,
                                    { QStringLiteral("stats"), QStringLiteral("--json"),
                                      QStringLiteral("--data-dir"), dir.path() });
    QVERIFY2(stats.out.contains(cause), stats.out);
}

void ClientsTest::loadByWrk()
{
    if (programPath(QStringLiteral("wrk")).isEmpty())
        QSKIP("wrk is not installed");
    constexpr int connections = 16;
    const QTemporaryDir dir;
    ServeProcess serve(cli, dir.path());
    QVERIFY(serve.start());
    const ProgramOutcome outcome =
            runProgram(QStringLiteral("wrk"),
                       { QStringLiteral("-t2"), QStringLiteral("-c"), QString::number(connections),
                         QStringLiteral("-d3s"), QStringLiteral("-s"),
                         QStringLiteral(SOURCE_DIR "/tests/outside/post.lua"), serve.url(),
                         QStringLiteral("--"), serve.tokenFile(), QStringLiteral("wrk") });
    QVERIFY2(outcome.status == 0, QByteArray(outcome.out + outcome.err));
    QVERIFY2(!outcome.out.contains("Non-2xx") && !outcome.out.contains("Socket errors"),
             outcome.out);
    const qsizetype at = outcome.out.lastIndexOf("acknowledged ");
    const int acknowledged = outcome.out.mid(at + 13).trimmed().toInt();
    QVERIFY(at >= 0 && acknowledged > 100);
    QCOMPARE(serve.terminate(), 0);
    const ExportedEvents events = exportAll(cli, dir.path());
    QVERIFY(events.ok);
    QVERIFY2(events.bodies.size() >= acknowledged
                     && events.bodies.size() <= acknowledged + connections,
             QByteArray::number(events.bodies.size()));
    const QSet<QByteArray> different(events.bodies.cbegin(), events.bodies.cend());
    QCOMPARE(different.size(), events.bodies.size());
    for (const int deliveries : events.deliveries)
        QCOMPARE(deliveries, 1);
}

} // namespace

QTEST_GUILESS_MAIN(ClientsTest)
#include "clientstest.moc"
