// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/jsontext.h"
#include "tests/support/cliprocess.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

namespace {

const QString cli = QStringLiteral(CLI);

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

CliOutcome send(const ServeProcess &serve, const QByteArray &lines, const QStringList &more = {})
{
    return runCli(cli,
                  QStringList { QStringLiteral("send"), QStringLiteral("-"),
                                QStringLiteral("--url"), serve.url(),
                                QStringLiteral("--token-file"), serve.tokenFile(),
                                QStringLiteral("--json") }
                          + more,
                  lines);
}

QByteArray generate(int count)
{
    return runCli(cli,
                  { QStringLiteral("generate"), QStringLiteral("--count"), QString::number(count),
                    QStringLiteral("--seed"), QStringLiteral("11") })
            .out;
}

} // namespace

/// The collector as a real program over real sockets.
class ServeFlowTest final : public QObject
{
    Q_OBJECT
private slots:
    void saysWhereItListensAndNothingElse()
    {
        const QTemporaryDir dir;
        ServeProcess serve(cli, dir.path());
        QVERIFY(serve.start());
        static const QRegularExpression form(
                QStringLiteral("^http://127\\.0\\.0\\.1:[1-9][0-9]*/webhook$"));
        QVERIFY2(form.match(serve.url()).hasMatch(), qPrintable(serve.url()));
        QCOMPARE(serve.terminate(), 0);
        QVERIFY(serve.process().readAllStandardOutput().isEmpty());
    }

    void aTakenPortIsSaidAndTriedAgain()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        const quint16 port = other.serverPort();
        const QTemporaryDir dir;
        QProcess process;
        process.start(cli,
                      words("serve --data-dir")
                              << dir.path() << QStringLiteral("--port") << QString::number(port));
        process.setReadChannel(QProcess::StandardError);
        QByteArray said;
        QTRY_VERIFY_WITH_TIMEOUT((said += process.readAllStandardError()).contains("Trying again"),
                                 60000);
        QVERIFY2(said.contains(QByteArray::number(port)), said.constData());
        QVERIFY(process.readAllStandardOutput().isEmpty());
        other.close();
        process.setReadChannel(QProcess::StandardOutput);
        QTRY_VERIFY_WITH_TIMEOUT(process.canReadLine(), 60000);
        QVERIFY(process.readLine().contains("listening on http://127.0.0.1:"));
        process.terminate();
        QVERIFY(process.waitForFinished(60000));
        QCOMPARE(process.exitCode(), 0);
    }

    void makesATokenThatOnlyItsOwnerCanRead()
    {
        const QTemporaryDir dir;
        ServeProcess serve(cli, dir.path());
        QVERIFY(serve.start());
        const QByteArray token = serve.token();
        QVERIFY(token.size() >= 22); // 128 bits in base64
        QVERIFY(!(QFile::permissions(serve.tokenFile())
                  & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther)));
        QCOMPARE(serve.terminate(), 0);
        QVERIFY(!serve.process().readAllStandardError().contains(token));
        QVERIFY(serve.start()); // the same at the next start
        QCOMPARE(serve.token(), token);
    }

    void vendorsCheckCall()
    {
        const QString curl = QStandardPaths::findExecutable(QStringLiteral("curl"));
        if (curl.isEmpty())
            QSKIP("needs curl");
        const QTemporaryDir dir;
        ServeProcess serve(cli, dir.path());
        QVERIFY(serve.start());
        for (int call = 0; call < 2; ++call) { // sent again, it must be seen to arrive again
            const CliOutcome outcome = runCli(
                    curl,
                    { QStringLiteral("-k"), QStringLiteral("-sS"), QStringLiteral("-i"),
                      serve.url(), QStringLiteral("-H"),
                      QStringLiteral("Authorization: Bearer ") + QString::fromLatin1(serve.token()),
                      QStringLiteral("-H"), QStringLiteral("Content-Type: application/json"),
                      QStringLiteral("-d"), QStringLiteral("{\"event\": \"Hello, world!\"}") });
            QCOMPARE(outcome.status, 0);
            QVERIFY2(outcome.out.startsWith("HTTP/1.1 200"), outcome.out.constData());
            QVERIFY(outcome.out.contains("\"text\":\"Success\""));
        }
        const ExportedEvents events = exportAll(cli, dir.path());
        QVERIFY(events.ok);
        QCOMPARE(events.bodies, QList<QByteArray>({ "{\"event\":\"Hello, world!\"}" }));
        QCOMPARE(events.deliveries, QList<int>({ 2 }));
        QCOMPARE(runCli(cli, words("query family:test --count --data-dir") << dir.path()).out,
                 QByteArray("1\n"));
    }

    void refusesTheWrongToken()
    {
        const QTemporaryDir dir;
        ServeProcess serve(cli, dir.path());
        QVERIFY(serve.start());
        QFile file(dir.filePath(QStringLiteral("wrong")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("not-the-right-token-at-all");
        file.close();
        const CliOutcome outcome = runCli(
                cli,
                { QStringLiteral("send"), QStringLiteral("-"), QStringLiteral("--url"), serve.url(),
                  QStringLiteral("--json"), QStringLiteral("--token-file"), file.fileName() },
                "{\"event\":1}\n");
        QCOMPARE(outcome.status, 1);
        const QJsonObject report = QJsonDocument::fromJson(outcome.out).object();
        QCOMPARE(report.value(QLatin1String("statuses"))
                         .toObject()
                         .value(QLatin1String("401"))
                         .toInt(),
                 1);
        QCOMPARE(exportAll(cli, dir.path()).bodies.size(), 0);
    }

    void exportIsWhatWasSent()
    {
        const QTemporaryDir dir;
        ServeProcess serve(cli, dir.path());
        QVERIFY(serve.start());
        QByteArray lines = generate(400);
        // Things that a careless program changes: numbers, escapes, order, spaces in texts.
        const QByteArray odd("{\"time\": 1.0e3, \"event\": {\"b\": 1.00, \"a\": 9007199254740993, "
                             "\"t\": \"caf\\u00e9 \\/ caf\xc3\xa9 {\\\"x\\\" : 1 }\", "
                             "\"a\": null}}");
        lines.append(odd).append('\n');
        const CliOutcome sent = send(serve, lines, words("--connections 4"));
        QVERIFY2(sent.status == 0, sent.err.constData());
        const QJsonObject report = QJsonDocument::fromJson(sent.out).object();
        QCOMPARE(report.value(QLatin1String("accepted")).toInt(), 401);
        QVERIFY(report.value(QLatin1String("latency"))
                        .toObject()
                        .value(QLatin1String("p50"))
                        .toDouble()
                > 0);

        ExportedEvents events = exportAll(cli, dir.path());
        QVERIFY(events.ok);
        QList<QByteArray> expected;
        for (const QByteArray &line : lines.trimmed().split('\n'))
            expected.append(models::compactJson(line));
        std::sort(expected.begin(), expected.end());
        std::sort(events.bodies.begin(), events.bodies.end());
        QCOMPARE(events.bodies, expected);
        QVERIFY(events.bodies.contains(models::compactJson(odd)));
    }

    void exportQueriesAndSheets()
    {
        const QTemporaryDir dir;
        ServeProcess serve(cli, dir.path());
        QVERIFY(serve.start());
        QCOMPARE(send(serve, generate(300)).status, 0);
        const QByteArray formula(
                "{\"time\": 1700000000, \"event\": {\"type\": "
                "\"API_SECURE__POLICY_VIOLATION_OPENED\", \"data\": {\"uuid\": \"u\", "
                "\"policy_violation_status\": \"OPEN\", \"relevance\": \"URGENT\", "
                "\"description\": \"=HYPERLINK(\\\"x\\\"), and\\nmore\"}}}");
        QCOMPARE(send(serve, QByteArray(formula).append('\n')).status, 0);
        QCOMPARE(serve.terminate(), 0);

        const auto on = [&](const char *command) { return words(command) << dir.path(); };
        const int count = runCli(cli, on("query severity:urgent --count --data-dir")).out.toInt();
        QVERIFY(count > 1);
        const CliOutcome listed = runCli(cli, on("query severity:urgent --json --data-dir"));
        const QJsonArray array = QJsonDocument::fromJson(listed.out).array();
        QCOMPARE(array.size(), count);
        for (const QJsonValue &value : array)
            QCOMPARE(value.toObject().value(QLatin1String("severity")).toString(),
                     QStringLiteral("urgent"));
        QCOMPARE(runCli(cli, on("query severity:urgent --data-dir")).out.count('\n'), count);
        const CliOutcome chosen =
                runCli(cli, on("export --format jsonl --query severity:urgent --data-dir"));
        QCOMPARE(chosen.out.count('\n'), count);
        // The two words of the two scales that mean urgent.
        QCOMPARE(chosen.out.count("\"relevance\":\"URGENT\"")
                         + chosen.out.count("\"severity\":\"CRITICAL\""),
                 count);

        const QString file = dir.filePath(QStringLiteral("sheet.csv"));
        QCOMPARE(runCli(cli,
                        on("export --format csv --data-dir") << QStringLiteral("--output") << file)
                         .status,
                 0);
        QFile sheet(file);
        QVERIFY(sheet.open(QIODevice::ReadOnly));
        const QByteArray text = sheet.readAll();
        QVERIFY(text.startsWith("id,received,time,"));
        QVERIFY(text.endsWith("\r\n"));
        QVERIFY2(text.contains("\"'=HYPERLINK(\"\"x\"\"), and\nmore\""),
                 text.right(800).constData());

        const QJsonObject stats =
                QJsonDocument::fromJson(runCli(cli, on("stats --json --data-dir")).out).object();
        QCOMPARE(stats.value(QLatin1String("events")).toInt(), 301);
        QCOMPARE(stats.value(QLatin1String("severities"))
                         .toObject()
                         .value(QLatin1String("urgent"))
                         .toInt(),
                 count);
        QCOMPARE(stats.value(QLatin1String("deliveries"))
                         .toObject()
                         .value(QLatin1String("accepted"))
                         .toInt(),
                 301);
        const QJsonObject families = stats.value(QLatin1String("families")).toObject();
        QCOMPARE(families.size(), 8);
        QCOMPARE(families.value(QLatin1String("test")).toInt(), 1);
    }

    void aSecondCollectorIsRefused()
    {
        const QTemporaryDir dir;
        ServeProcess serve(cli, dir.path());
        QVERIFY(serve.start());
        const CliOutcome second = runCli(cli, words("serve --port 0 --data-dir") << dir.path());
        QCOMPARE(second.status, 1);
        QVERIFY(!second.err.isEmpty());
        QCOMPARE(send(serve, "{\"event\":1}\n").status, 0); // the first goes on
    }

    void needsNoGui()
    {
#ifdef Q_OS_LINUX
        const CliOutcome libraries = runCli(QStringLiteral("ldd"), { cli });
        if (libraries.status != 0)
            QSKIP("needs ldd");
        QVERIFY(libraries.out.contains("libQt6Core"));
        QVERIFY2(!libraries.out.contains("Gui"), libraries.out.constData());
        QVERIFY2(!libraries.out.contains("Widgets"), libraries.out.constData());
#else
        QSKIP("ldd is of Linux");
#endif
    }
};

QTEST_GUILESS_MAIN(ServeFlowTest)
#include "serveflowtest.moc"
