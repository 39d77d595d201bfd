// SPDX-License-Identifier: GPL-3.0-or-later
// The real collector where the machine gives it little: no descriptors, no time, and commands on
// the same store beside it.
#include "tests/support/cliprocess.h"
#include "tests/support/httprawclient.h"

#include <QFile>
#include <QTemporaryDir>
#include <QUrl>

#include <csignal>
#include <filesystem>
#include <iterator>
#include <memory>
#include <sys/resource.h>
#include <vector>

namespace {

const QString cli = QStringLiteral(CLI);

/// Milliseconds: that it recovers by itself is what matters, on a busy machine, too.
constexpr int recovery = 60'000;

qsizetype descriptorsOf(ServeProcess &serve)
{
    const std::string process = std::to_string(serve.process().processId());
    const std::filesystem::directory_iterator open("/proc/" + process + "/fd");
    return std::distance(begin(open), end(open));
}

class HardshipFlowTest final : public QObject
{
    Q_OBJECT
private slots:
    void withoutDescriptors();
    void floodBesideAnHonestConnection();
    void asleepForLongerThanDeadlines();
    void commandsBesideIt();

private:
    using Clients = std::vector<std::unique_ptr<HttpRawClient>>;
    /// Starts it with short deadlines and at most so many descriptors; 0: as many as ever.
    void start(ServeProcess &serve, int milliseconds, rlim_t descriptors = 0);
    static quint16 portOf(const ServeProcess &serve) { return quint16(QUrl(serve.url()).port(0)); }
    static QByteArray post(const ServeProcess &serve, const QByteArray &body = httpHello);
    static bool isServed(const ServeProcess &serve);

    QTemporaryDir m_folder;
    int m_number = 0;
};

void HardshipFlowTest::start(ServeProcess &serve, int milliseconds, rlim_t descriptors)
{
    const QString name = m_folder.filePath(QStringLiteral("%1.ini").arg(++m_number));
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QByteArray time = QByteArray::number(milliseconds);
    file.write("[limits]\nheadMilliseconds=");
    file.write(time + "\nbodyMilliseconds=" + time + "\nidleMilliseconds=" + time + '\n');
    file.close();
    if (descriptors > 0) {
        serve.process().setChildProcessModifier([descriptors] {
            const rlimit limit { descriptors, descriptors };
            ::setrlimit(RLIMIT_NOFILE, &limit);
        });
    }
    QVERIFY2(serve.start({ QStringLiteral("--config"), name }),
             serve.process().readAllStandardError());
}

QByteArray HardshipFlowTest::post(const ServeProcess &serve, const QByteArray &body)
{
    return httpPost(body).replace(httpToken, serve.token());
}

bool HardshipFlowTest::isServed(const ServeProcess &serve)
{
    HttpRawClient honest(portOf(serve));
    honest.send(post(serve));
    return honest.reply().status == 200;
}

void HardshipFlowTest::withoutDescriptors()
{
    const QTemporaryDir data;
    ServeProcess serve(cli, data.path());
    start(serve, 1000, 64); // less than it takes to refuse all of them in words
    QVERIFY(isServed(serve));
    Clients silent;
    qsizetype most = 0;
    for (int i = 0; i < 150; ++i) {
        silent.push_back(std::make_unique<HttpRawClient>(portOf(serve)));
        silent.back()->send("POST /web");
        most = std::max(most, descriptorsOf(serve));
    }
    QVERIFY2(most < 64, "none is left for the store and the libraries");
    for (const auto &client : silent) // those that waited to be accepted as well
        QVERIFY(client->isClosed());
    QTRY_VERIFY_WITH_TIMEOUT(isServed(serve), recovery);
    QCOMPARE(serve.terminate(), 0);
}

void HardshipFlowTest::floodBesideAnHonestConnection()
{
    const QTemporaryDir data;
    ServeProcess serve(cli, data.path());
    start(serve, 600'000, 340); // room for forty, whose time does not run out
    HttpRawClient honest(portOf(serve));
    const QByteArray request = post(serve);
    honest.send(request.first(20)); // at work: only who is idle makes room
    Clients flood;
    for (int i = 0; i < 200; ++i) {
        flood.push_back(std::make_unique<HttpRawClient>(portOf(serve)));
        flood.back()->send("POST /web");
    }
    honest.send(request.sliced(20));
    QCOMPARE(honest.reply().status, 200);
    QVERIFY(flood.front()->isConnected());
    flood.clear();
    QTRY_VERIFY_WITH_TIMEOUT(isServed(serve), recovery);
    QCOMPARE(serve.terminate(), 0);
}

void HardshipFlowTest::asleepForLongerThanDeadlines()
{
    const QTemporaryDir data;
    ServeProcess serve(cli, data.path());
    start(serve, 3000);
    const pid_t process = pid_t(serve.process().processId());
    HttpRawClient silent(portOf(serve));
    HttpRawClient idle(portOf(serve));
    HttpRawClient kept(portOf(serve));
    for (HttpRawClient *client : { &idle, &kept }) {
        client->send(post(serve));
        QCOMPARE(client->reply().status, 200);
    }
    HttpRawClient half(portOf(serve));
    const QByteArray request = post(serve, R"({"event": "sent while it sleeps"})");
    half.send(request.chopped(5));
    QTest::qWait(1700); // so that those without work rest (IdleWatch)
    QCOMPARE(::kill(process, SIGSTOP), 0);
    kept.send(request);
    half.send(request.last(5));
    QTest::qWait(4000); // all deadlines are over
    QCOMPARE(::kill(process, SIGCONT), 0);
    QCOMPARE(kept.reply().status, 200);
    QCOMPARE(half.reply().status, 200);
    QVERIFY(silent.isClosed());
    QVERIFY(idle.isClosed());
    QVERIFY(isServed(serve));
    QCOMPARE(serve.terminate(), 0);
    QCOMPARE(exportAll(cli, data.path()).bodies.size(), 2);
}

void HardshipFlowTest::commandsBesideIt()
{
    constexpr int events = 30000;
    const QTemporaryDir data;
    const QString lines = m_folder.filePath(QStringLiteral("lines"));
    QFile file(lines);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(runCli(cli,
                      { QStringLiteral("generate"), QStringLiteral("--count"),
                        QString::number(events) })
                       .out);
    file.close();
    ServeProcess serve(cli, data.path());
    QVERIFY(serve.start());
    const QString acknowledged = m_folder.filePath(QStringLiteral("acknowledged"));
    QProcess sender;
    sender.start(cli,
                 { QStringLiteral("send"), lines, QStringLiteral("--url"), serve.url(),
                   QStringLiteral("--token-file"), serve.tokenFile(),
                   QStringLiteral("--connections"), QStringLiteral("4"),
                   QStringLiteral("--acknowledged"), acknowledged });
    const auto received = [&] { return QFile(acknowledged).size(); };
    QTRY_VERIFY_WITH_TIMEOUT(received() > 0, hangBound);
    const auto beside = [&](const QStringList &words, int status) {
        const CliOutcome outcome =
                runCli(cli, words + QStringList { QStringLiteral("--data-dir"), data.path() });
        QVERIFY2(outcome.status == status, outcome.err);
    };
    const qint64 before = received();
    beside({ QStringLiteral("import"), lines }, 1); // refused: see importflowtest
    beside({ QStringLiteral("verify") }, 0);
    beside({ QStringLiteral("export"), QStringLiteral("--format"), QStringLiteral("csv") }, 0);
    beside({ QStringLiteral("query"), QStringLiteral("is:open"), QStringLiteral("--count") }, 0);
    beside({ QStringLiteral("stats") }, 0);
    if (QTest::currentTestFailed())
        return;
    QTRY_VERIFY_WITH_TIMEOUT(received() > before, hangBound);
    QVERIFY(sender.waitForFinished(2 * hangBound));
    QCOMPARE(sender.exitCode(), 0);
    QCOMPARE(serve.terminate(), 0);
    QCOMPARE(exportAll(cli, data.path()).bodies.size(), events);
}

} // namespace

QTEST_GUILESS_MAIN(HardshipFlowTest)
#include "hardshipflowtest.moc"
