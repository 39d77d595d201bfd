// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace {

struct Outcome
{
    int status = -1;
    QByteArray out;
    QByteArray err;
};

Outcome cli(const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    process.start(QStringLiteral(CLI), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60000) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return { process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError() };
}

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace

/// The real program's options, exit statuses and words.
class CommandLineTest final : public QObject
{
    Q_OBJECT
private slots:
    void wrongUsageIsStatusTwoWithWords_data()
    {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<QByteArray>("word");
        const auto row = [](const char *arguments, const char *word) {
            QTest::newRow(arguments) << QString::fromLatin1(arguments) << QByteArray(word);
        };
        row("", "command");
        row("frobnicate", "frobnicate");
        row("--port 1", "--port");
        row("generate", "--count");
        row("generate --count -1", "--count");
        row("generate --count many", "--count");
        row("generate --count 1 --seed x", "--seed");
        row("generate --count 1 --from 2025-02-30", "--from");
        row("generate --count 1 --to tomorrow", "--to");
        row("generate --count 1 --from 2025-02-02 --to 2025-02-01", "--from");
        row("generate --count 1 --colour red", "colour");
        row("generate --count 1 surplus", "surplus");
        row("send", "file");
        row("send a", "--url");
        row("send a --url ftp://127.0.0.1/", "--url");
        row("send a --url http://127.0.0.1:1/ --connections 0", "--connections");
        row("send a --url http://127.0.0.1:1/ --rate 0", "--rate");
        row("send a --url http://127.0.0.1:1/ --token secret", "token");
    }
    void wrongUsageIsStatusTwoWithWords()
    {
        QFETCH(QString, arguments);
        QFETCH(QByteArray, word);
        const Outcome outcome = cli(arguments.split(QLatin1Char(' '), Qt::SkipEmptyParts));
        QCOMPARE(outcome.status, 2);
        QVERIFY(outcome.out.isEmpty());
        QVERIFY2(outcome.err.contains(word), outcome.err.constData());
    }

    void helpExplainsEveryCommandAndOption()
    {
        const Outcome all = cli(words("--help"));
        QCOMPARE(all.status, 0);
        for (const char *command : { "generate", "send" }) {
            QVERIFY2(all.out.contains(command), command);
            const Outcome one = cli({ QString::fromLatin1(command), QStringLiteral("--help") });
            QCOMPARE(one.status, 0);
            QVERIFY2(one.out.startsWith(QByteArray("Usage: watchfloor-cli ").append(command)),
                     one.out.constData());
        }
        const QByteArray send = cli(words("send --help")).out;
        for (const char *option :
             { "--url", "--token-file", "--rate", "--connections", "--acknowledged", "--json" })
            QVERIFY2(send.contains(option), option);
    }

    void helpOfQueryIsTheGrammar()
    {
        const Outcome help = cli(words("query --help"));
        QCOMPARE(help.status, 0);
        for (const char *word : { "discovered_via", "is:closed", "clause := field", "--count" })
            QVERIFY2(help.out.contains(word), word);
        QVERIFY(!help.out.contains("<!--"));
    }

    /// Clauses about the event as it came are judged by the bodies in the store.
    void queriesAskTheBodies()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("events.jsonl"));
        const Outcome made = cli(words("generate --count 300 --seed 7"));
        QFile lines(file);
        QVERIFY(lines.open(QIODevice::WriteOnly) && lines.write(made.out) > 0);
        lines.close();
        const QString store = folder.filePath(QStringLiteral("data"));
        const auto run = [&store](QStringList arguments) {
            arguments.insert(1, QStringLiteral("--data-dir"));
            arguments.insert(2, store);
            return cli(arguments);
        };
        QCOMPARE(run({ QStringLiteral("import"), file }).status, 0);
        const auto count = [&run](const char *query) {
            return run({ QStringLiteral("query"), QStringLiteral("--count"), QStringLiteral("--"),
                         QString::fromLatin1(query) })
                    .out.trimmed()
                    .toInt();
        };
        const auto naive = [&made](const char *policy, bool equal) {
            int matching = 0;
            for (const QByteArray &line : made.out.split('\n')) {
                const QJsonObject data = QJsonDocument::fromJson(line)
                                                 .object()[QStringLiteral("event")]
                                                 .toObject()[QStringLiteral("data")]
                                                 .toObject();
                const QString value = data[QStringLiteral("relevance")].toString();
                matching += !line.isEmpty() && (value == QLatin1String(policy)) == equal ? 1 : 0;
            }
            return matching;
        };
        const int urgent = naive("URGENT", true);
        QVERIFY(urgent > 0 && urgent < 300);
        QCOMPARE(count("data.relevance:urgent"), urgent);
        QCOMPARE(count("-event.data.relevance:urgent"), naive("URGENT", false));
        QCOMPARE(count("data.relevance:\"\""), naive("", true));
        QCOMPARE(count("data.relevance:* -data.relevance:urgent"), naive("", false) - urgent);
        QCOMPARE(count("is:open or is:closed or status:none,unknown"), 300);
        QVERIFY(count("is:open data.relevance:urgent") < urgent);
        const Outcome lists =
                run({ QStringLiteral("export"), QStringLiteral("--format"), QStringLiteral("jsonl"),
                      QStringLiteral("--query"), QStringLiteral("data.relevance:urgent") });
        QCOMPARE(lists.status, 0);
        QCOMPARE(int(lists.out.count('\n')), urgent);
        QCOMPARE(int(lists.out.count("\"URGENT\"")), urgent);
    }

    void aWrongQueryIsPointedAt()
    {
        for (const char *command : { "query", "export --format csv --query" }) {
            const Outcome outcome = cli(
                    words(command) + QStringList { QStringLiteral("certificate sevrity:high") });
            QCOMPARE(outcome.status, 2);
            QVERIFY2(outcome.err.contains("\n  certificate sevrity:high\n              ^^^^^^^\n"),
                     outcome.err.constData());
            QVERIFY(outcome.err.contains("Perhaps you mean: certificate severity:high"));
        }
        const QString nested = QString(3000, QLatin1Char('a')) + QStringLiteral(" is:opn b");
        const Outcome distant = cli({ QStringLiteral("query"), nested });
        QVERIFY2(distant.err.contains("is:opn b\n"), distant.err.constData());
        for (const QByteArray &line : distant.err.split('\n'))
            QVERIFY(line.size() < 200);
    }

    void versionIsThePackages()
    {
        const Outcome outcome = cli(words("--version"));
        QCOMPARE(outcome.status, 0);
        QCOMPARE(outcome.out, QByteArray("watchfloor-cli " WATCHFLOOR_VERSION "\n"));
    }

    void generateWritesTheSameBytesAgain()
    {
        const Outcome outcome = cli(words("generate --count 500 --seed 9"));
        QCOMPARE(outcome.status, 0);
        QCOMPARE(outcome.out.count('\n'), 500);
        QCOMPARE(cli(words("generate --count 500 --seed 9")).out, outcome.out);
        const QList<QByteArray> lines = outcome.out.trimmed().split('\n');
        for (const QByteArray &line : lines)
            QVERIFY(QJsonDocument::fromJson(line).isObject());
    }

    void generateSaysWhenItCannotWrite()
    {
        if (!QFile::exists(QStringLiteral("/dev/full")))
            QSKIP("needs /dev/full");
        QProcess process;
        process.setStandardOutputFile(QStringLiteral("/dev/full"));
        process.start(QStringLiteral(CLI), words("generate --count 100"));
        QVERIFY(process.waitForFinished(60000));
        QCOMPARE(process.exitCode(), 1);
        QVERIFY(!process.readAllStandardError().isEmpty());
    }

    void sendSaysWhenNobodyListens()
    {
        // Port 1 of the loopback: nothing listens there without the rights of an administrator.
        const Outcome outcome =
                cli(words("send - --json --connections 3 --url http://127.0.0.1:1/webhook"),
                    "{}\n{}\n{}\n{}\n{}\n{}\n{}\n");
        QCOMPARE(outcome.status, 1);
        QVERIFY(!outcome.err.isEmpty());
        const QJsonObject report = QJsonDocument::fromJson(outcome.out).object();
        QVERIFY(report.value(QLatin1String("sent")).toInt() <= 3);
        QCOMPARE(report.value(QLatin1String("accepted")).toInt(-1), 0);
    }

    void sendNeedsReadableFiles()
    {
        const QTemporaryDir dir;
        const Outcome outcome =
                cli({ QStringLiteral("send"), dir.filePath(QStringLiteral("no")),
                      QStringLiteral("--url"), QStringLiteral("http://127.0.0.1:1/webhook") });
        QCOMPARE(outcome.status, 1);
        QVERIFY(outcome.err.contains("cannot be read"));
    }
};

QTEST_GUILESS_MAIN(CommandLineTest)
#include "commandlinetest.moc"
