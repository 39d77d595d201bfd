// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/bodycodec.h"
#include "tests/support/cliprocess.h"
#include "tests/support/outsideprogram.h"

#include <QDirIterator>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlField>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

namespace {

const QString cli = QStringLiteral(CLI);
const QByteArray hello(R"({"event": "Hello, world!"})");
/// In a body that is refused, to show that stored bodies can be read here at all.
const QByteArray mark("mark-of-a-refused-body");

/// The token is in its own file and in nothing else that the collector leaves behind, however it
/// was used and misused and however the collector ended.
class TokenTest final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void bearer();
    void abortedUnderLoad();
    void secretAddress();
    void commandsAfterwards();
    void nowhere();

private:
    void misuse(const QString &webhook);
    void keep(QProcess &process);
    QByteArrayList valuesInStore() const;

    QTemporaryDir m_dir;
    QByteArray m_token;
    QByteArray m_said; ///< by all programs on both outputs
};

void TokenTest::keep(QProcess &process)
{
    m_said += process.readAllStandardOutput() + process.readAllStandardError();
}

void TokenTest::initTestCase()
{
    ServeProcess serve(cli, m_dir.path());
    QVERIFY(serve.start());
    m_token = serve.token();
    QVERIFY(m_token.size() >= 16);
    QCOMPARE(serve.terminate(), 0);
    keep(serve.process());
}

/// The token where it does not belong, as confused people and portals put it.
void TokenTest::misuse(const QString &webhook)
{
    QString base = webhook;
    base.chop(8); // "/webhook"
    const QString token = QString::fromLatin1(m_token);
    const auto header = [&](const char *name, const char *scheme = "Bearer ") {
        return QStringList { QStringLiteral("-H"),
                             QString(QLatin1String(name) + QLatin1String(": ")
                                     + QLatin1String(scheme) + token) };
    };
    const auto post = [&](const QString &path, const QStringList &more = {},
                          const QByteArray &with = {}) {
        const CurlReply reply = postByCurl(base + path, with, hello, more);
        QVERIFY(reply.status >= 200);
        m_said += reply.body;
    };
    const QString path = QLatin1Char('/') + token;
    post(QStringLiteral("/webhook?token=") + token);
    post(QStringLiteral("/webhook?") + token, {}, m_token);
    post(QStringLiteral("/webhook") + path);
    post(path);
    post(QStringLiteral("/hook") + path);
    post(QStringLiteral("/hook") + path + QLatin1Char('/'));
    post(QStringLiteral("/Hook") + path);
    post(QStringLiteral("/services/collector") + path);
    post(QStringLiteral("/services/collector?token=") + token);
    post(QStringLiteral("/healthz?") + token);
    post(QStringLiteral("/webhook"), header("Authorisation"));
    post(QStringLiteral("/webhook"), header("X-Token", ""));
    post(QStringLiteral("/webhook"), header("Authorization", ""));
    post(QStringLiteral("/webhook"), header("Authorization", "Basic "));
    post(QStringLiteral("/webhook"), header("Cookie", "token="));
    post(QStringLiteral("/webhook"), header("User-Agent", ""));
    post(QStringLiteral("/webhook"), header("Referer", "https://portal.example/?t="));
    post(QStringLiteral("/webhook"), header("Content-Encoding", ""), m_token);
    post(QStringLiteral("/webhook"), header("Content-Type", ""), m_token);
    // As a method, and where the framing breaks.
    post(QStringLiteral("/webhook"), { QStringLiteral("-X"), token });
    post(QStringLiteral("/webhook"), header("Content-Length", ""));
    post(QStringLiteral("/webhook"), header("Transfer-Encoding", ""));
}

void TokenTest::bearer()
{
    // As many refusals as it likes: the loopback is never shut out.
    ServeProcess serve(cli, m_dir.path());
    QVERIFY(serve.start());
    QCOMPARE(postByCurl(serve.url(), m_token, hello).status, 200);
    QCOMPARE(postByCurl(serve.url(), m_token, mark + " is no JSON").status, 400);
    QCOMPARE(postByCurl(serve.url(), m_token, "{}").status, 400);
    QCOMPARE(postByCurl(serve.url(), m_token.chopped(1), hello).status, 401);
    misuse(serve.url());
    QCOMPARE(serve.terminate(), 0);
    keep(serve.process());
}

void TokenTest::abortedUnderLoad()
{
    const QString lines = m_dir.filePath(QStringLiteral("lines"));
    QFile file(lines);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(runCli(cli,
                      { QStringLiteral("generate"), QStringLiteral("--count"),
                        QStringLiteral("20000") })
                       .out);
    file.close();
    ServeProcess serve(cli, m_dir.path());
    QVERIFY(serve.start());
    const QString acknowledged = m_dir.filePath(QStringLiteral("acknowledged"));
    QProcess sender;
    sender.start(cli,
                 { QStringLiteral("send"), lines, QStringLiteral("--url"), serve.url(),
                   QStringLiteral("--token-file"), serve.tokenFile(),
                   QStringLiteral("--connections"), QStringLiteral("16"),
                   QStringLiteral("--acknowledged"), acknowledged });
    QTRY_VERIFY_WITH_TIMEOUT(QFile(acknowledged).size() > 100000, 20000);
    QCOMPARE(::kill(pid_t(serve.process().processId()), SIGABRT), 0);
    QVERIFY(serve.process().waitForFinished(60000));
    QCOMPARE(serve.process().exitStatus(), QProcess::CrashExit);
    QVERIFY(sender.waitForFinished(60000));
    keep(serve.process());
    keep(sender);
    QVERIFY(QFile(m_dir.filePath(QStringLiteral("watchfloor.sqlite-wal"))).size() > 0);
    nowhere(); // with the log of what was not written into the database yet
}

void TokenTest::secretAddress()
{
    ServeProcess serve(cli, m_dir.path());
    QVERIFY(serve.start({ QStringLiteral("--auth"), QStringLiteral("url") }));
    QString hook = serve.url();
    hook.chop(7);
    hook += QStringLiteral("hook/") + QLatin1String(m_token);
    QCOMPARE(postByCurl(hook, {}, hello).status, 200);
    QCOMPARE(postByCurl(hook, {}, mark).status, 400);
    QVERIFY(postByCurl(hook + QLatin1Char('x'), {}, hello).status >= 400);
    QVERIFY(postByCurl(hook, {}, hello, { QStringLiteral("-X"), QStringLiteral("PUT") }).status
            == 405);
    misuse(serve.url());
    QCOMPARE(serve.terminate(), 0);
    keep(serve.process());
}

void TokenTest::commandsAfterwards()
{
    for (const char *command : { "export --format jsonl", "export --format csv", "stats --json",
                                 "stats", "query hello --json" }) {
        const CliOutcome outcome =
                runCli(cli,
                       QString::fromLatin1(command).split(QLatin1Char(' '))
                               + QStringList { QStringLiteral("--data-dir"), m_dir.path() });
        QVERIFY2(outcome.status == 0, outcome.err);
        QVERIFY(!outcome.out.isEmpty());
        m_said += outcome.out + outcome.err;
    }
}

/// Every value of every table; packed ones unpacked.
QByteArrayList TokenTest::valuesInStore() const
{
    const QByteArray frame = QByteArray::fromHex("28b52ffd"); // RFC 8878, 3.1.1
    app::BodyCodec codec;
    QByteArrayList values;
    {
        QSqlDatabase database =
                QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("values"));
        database.setDatabaseName(m_dir.filePath(QStringLiteral("watchfloor.sqlite")));
        if (!database.open())
            return {};
        const QStringList tables = database.tables();
        for (const QString &table : tables) {
            QSqlQuery query(database);
            query.exec(QStringLiteral("SELECT * FROM %1").arg(table));
            while (query.next()) {
                const QSqlRecord record = query.record();
                for (int i = 0; i < record.count(); ++i) {
                    const QByteArray bytes = record.value(i).toByteArray();
                    values << bytes;
                    const qsizetype at = bytes.indexOf(frame);
                    if (at < 0)
                        continue;
                    if (const auto body = codec.unpack(1, bytes.mid(at), {}))
                        values << body.value();
                }
            }
        }
    }
    QSqlDatabase::removeDatabase(QStringLiteral("values"));
    return values;
}

void TokenTest::nowhere()
{
    // A part would be as bad: twelve characters would leave the rest to be guessed.
    const QByteArray part = m_token.first(12);
    const QByteArray otherPart = m_token.last(12);
    const auto isClean = [&](const QByteArray &bytes) {
        return !bytes.contains(part) && !bytes.contains(otherPart)
                && !bytes.contains(m_token.toHex().first(24))
                && !bytes.contains(m_token.toBase64().first(16));
    };
    QVERIFY2(isClean(m_said), m_said);
    int files = 0;
    QDirIterator walk(m_dir.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        QFile file(walk.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        if (walk.fileName() == QLatin1String("token")) {
            QVERIFY(!isClean(file.readAll())); // what is looked for is the right thing
            continue;
        }
        ++files;
        const QByteArray bytes = file.readAll();
        QVERIFY2(isClean(bytes),
                 QByteArray(walk.fileName().toUtf8() + ": "
                            + bytes.mid(qMax<qsizetype>(0, bytes.indexOf(part) - 200), 260)));
    }
    QVERIFY(files >= 2);
    bool isMarkFound = false;
    bool isHelloFound = false;
    const QByteArrayList values = valuesInStore();
    for (const QByteArray &value : values) {
        QVERIFY2(isClean(value), value);
        isMarkFound = isMarkFound || value.contains(mark);
        isHelloFound = isHelloFound || value.contains("\"event\"");
    }
    QVERIFY(isMarkFound && isHelloFound);
}

} // namespace

QTEST_GUILESS_MAIN(TokenTest)
#include "tokentest.moc"
