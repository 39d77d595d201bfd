// SPDX-License-Identifier: GPL-3.0-or-later
// The real `watchfloor-cli import` and `verify`.
#include "models/domain/jsontext.h"
#include "tests/support/cliprocess.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

namespace {

class TestImportFlow final : public QObject
{
    Q_OBJECT

private slots:
    void neverDoubled();
    void exportsComeBack();
    void whiteSpaceIsNoDifference();
    void badLines();
    void longLines();
    void binaries();
    void garbageWithoutEnd();
    void missingFile();
    void besideACollector();
    void canBeStopped();
    void statsCountImportsApart();
    void verifySaysWhatItFinds();
    void wrongUsage();

private:
    CliOutcome import(const QString &data, const QByteArray &lines);
    CliOutcome run(const QStringList &arguments, const QString &data);
    QString file(const QString &name, const QByteArray &bytes);

    QTemporaryDir m_folder;
};

CliOutcome TestImportFlow::run(const QStringList &arguments, const QString &data)
{
    return runCli(QStringLiteral(CLI),
                  arguments
                          + QStringList { QStringLiteral("--data-dir"), m_folder.filePath(data) });
}

CliOutcome TestImportFlow::import(const QString &data, const QByteArray &lines)
{
    return runCli(QStringLiteral(CLI),
                  { QStringLiteral("import"), QStringLiteral("-"), QStringLiteral("--data-dir"),
                    m_folder.filePath(data) },
                  lines);
}

QString TestImportFlow::file(const QString &name, const QByteArray &bytes)
{
    QFile out(m_folder.filePath(name));
    return out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size() ? out.fileName()
                                                                              : QString();
}

QByteArray generated(int count)
{
    return runCli(QStringLiteral(CLI),
                  { QStringLiteral("generate"), QStringLiteral("--count"), QString::number(count),
                    QStringLiteral("--seed"), QStringLiteral("7") })
            .out;
}

void TestImportFlow::neverDoubled()
{
    const QString data = QStringLiteral("doubled");
    const QByteArray lines = generated(2500);
    const CliOutcome first = import(data, lines + lines); // twice within one import, too
    QCOMPARE(first.status, 0);
    QVERIFY2(first.out.startsWith("2500 events imported, 2500 were there already, 0 refused"),
             first.out.constData());
    const CliOutcome second = import(data, lines);
    QCOMPARE(second.status, 0);
    QVERIFY2(second.out.startsWith("0 events imported, 2500 were there already"),
             second.out.constData());
    const ExportedEvents events = exportAll(QStringLiteral(CLI), m_folder.filePath(data));
    QVERIFY(events.ok);
    QList<QByteArray> sent;
    for (const QByteArray &line : lines.trimmed().split('\n'))
        sent.append(models::compactJson(line));
    QCOMPARE(events.bodies, sent);
    QCOMPARE(events.deliveries.count(1), 2500); // an import is no delivery
}

void TestImportFlow::exportsComeBack()
{
    QVERIFY(import(QStringLiteral("from"), generated(300)).status == 0);
    QTest::qWait(5); // so that another time of arrival would be seen
    const QStringList exporting { QStringLiteral("export"), QStringLiteral("--format"),
                                  QStringLiteral("jsonl") };
    const QByteArray exported = run(exporting, QStringLiteral("from")).out;
    QCOMPARE(exported.count('\n'), 300);
    QCOMPARE(import(QStringLiteral("to"), exported).status, 0);
    QCOMPARE(run(exporting, QStringLiteral("to")).out, exported); // with the times of arrival
    QVERIFY(import(QStringLiteral("from"), exported).out.startsWith("0 events imported, 300"));
    // Other order and white space, as another program may leave it.
    const CliOutcome other = import(QStringLiteral("to"),
                                    " {\"received\":\"2020-01-02T03:04:05.678Z\" , "
                                    "\"x\":[{\"a\":\"}\\\"\"}],\"body\" : {\"event\": \"new\"} }\n"
                                    "{\"received\": \"yesterday\", \"body\": {\"event\": 1}}\n");
    QCOMPARE(other.status, 1);
    QVERIFY(other.out.startsWith("1 events imported, 0 were there already, 1 refused"));
    QVERIFY(other.err.contains("line 2: \"received\" is no time"));
    QVERIFY(run(exporting, QStringLiteral("to")).out.contains("\"2020-01-02T03:04:05.678Z\""));
}

void TestImportFlow::whiteSpaceIsNoDifference()
{
    const QString data = QStringLiteral("white");
    QCOMPARE(import(data, "{\"event\":  {\"type\": \"A  B\"}}\n").status, 0);
    const CliOutcome again = import(data,
                                    "{\"event\":{\"type\":\"A  B\"}}\n"
                                    "{\"event\":{\"type\":\"A B\"}}\n");
    QVERIFY2(again.out.startsWith("1 events imported, 1 were there"), again.out.constData());
}

void TestImportFlow::badLines()
{
    const QString data = QStringLiteral("bad");
    const QString name =
            file(QStringLiteral("bad.jsonl"),
                 "{\"event\": \"good\"}\n\nrubbish here\n{\"event\": 2} {\"no\": 1}\n");
    const CliOutcome outcome = run({ QStringLiteral("import"), name }, data);
    QCOMPARE(outcome.status, 1);
    QVERIFY(outcome.out.startsWith("2 events imported, 0 were there already, 2 refused"));
    QVERIFY(outcome.err.contains("bad.jsonl, line 3: "));
    QVERIFY(outcome.err.contains("bad.jsonl, line 4: no \"event\""));
    QVERIFY(outcome.err.contains("2 parts were no events"));
    QCOMPARE(run({ QStringLiteral("verify") }, data).status, 0);
    QFile store(m_folder.filePath(data) + QLatin1String("/watchfloor.sqlite"));
    QVERIFY(store.open(QIODevice::ReadOnly));
    QVERIFY(store.readAll().contains("rubbish here")); // kept
}

void TestImportFlow::longLines()
{
    const QByteArray lines = "{\"event\": \"" + QByteArray(20 * 1024 * 1024, 'x')
            + "\"}\n{\"event\": \"behind it\"}\n";
    const CliOutcome outcome = import(QStringLiteral("long"), lines);
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.out.startsWith("1 events imported"), outcome.out.constData());
    QVERIFY(outcome.err.contains("line 1: longer than 16 MiB"));
}

void TestImportFlow::binaries()
{
    const QString name = file(QStringLiteral("binary"),
                              QByteArray("\x1f\x8b\x08\x00\x00\xff", 6).repeated(1000));
    const CliOutcome outcome = run({ QStringLiteral("import"), name }, QStringLiteral("binary1"));
    QCOMPARE(outcome.status, 1);
    QVERIFY(outcome.err.contains("is no text"));
    QVERIFY(outcome.out.startsWith("0 events imported, 0 were there already, 0 refused"));
}

void TestImportFlow::garbageWithoutEnd()
{
    const CliOutcome outcome = import(QStringLiteral("garbage"), QByteArray("#\n").repeated(30000));
    QCOMPARE(outcome.status, 1);
    QVERIFY(outcome.err.contains("given up"));
    QVERIFY(outcome.err.count('\n') < 150);
}

void TestImportFlow::missingFile()
{
    const QString good = file(QStringLiteral("good.jsonl"), "{\"event\": 1}\n");
    const CliOutcome outcome =
            run({ QStringLiteral("import"), good, m_folder.filePath(QStringLiteral("none")) },
                QStringLiteral("missing"));
    QCOMPARE(outcome.status, 1);
    QVERIFY(outcome.out.startsWith("1 events imported"));
    QVERIFY(outcome.err.contains("none cannot be read"));
}

void TestImportFlow::besideACollector()
{
    const QString data = m_folder.filePath(QStringLiteral("serve"));
    ServeProcess serve(QStringLiteral(CLI), data);
    QVERIFY(serve.start());
    const CliOutcome refused = import(QStringLiteral("serve"), "{\"event\": 1}\n");
    QCOMPARE(refused.status, 1);
    QVERIFY(refused.out.startsWith("0 events imported"));
    for (const char *words : { "in use by a collector", "goes on", "watchfloor-cli send FILE" })
        QVERIFY2(refused.err.contains(words), refused.err.constData());
    QCOMPARE(run({ QStringLiteral("verify") }, QStringLiteral("serve")).status, 0);
    QCOMPARE(serve.terminate(), 0);
    QCOMPARE(import(QStringLiteral("serve"), "{\"event\": 1}\n").status, 0);
}

void TestImportFlow::canBeStopped()
{
    const QString data = m_folder.filePath(QStringLiteral("stopped"));
    QProcess process;
    process.start(
            QStringLiteral(CLI),
            { QStringLiteral("import"), QStringLiteral("-"), QStringLiteral("--data-dir"), data });
    QVERIFY(process.waitForStarted());
    const QByteArray lines = generated(1500);
    process.write(lines);
    // The first thousand are on disk; the import now waits for more on its open input.
    const auto there = [&] {
        process.waitForBytesWritten(50);
        return exportAll(QStringLiteral(CLI), data).bodies.size() >= 1000;
    };
    QTRY_VERIFY_WITH_TIMEOUT(there(), 20000);
    QCOMPARE(::kill(pid_t(process.processId()), SIGINT), 0);
    QVERIFY(process.waitForFinished(60000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 1);
    QVERIFY(process.readAllStandardError().contains("was stopped"));
    const QByteArray said = process.readAllStandardOutput();
    const int stored = said.left(said.indexOf(' ')).toInt();
    QVERIFY2(stored >= 1000 && stored <= 1500, said.constData());
    const QByteArray rest = QByteArray::number(1500 - stored) + " events imported, "
            + QByteArray::number(stored) + " were there";
    QVERIFY(import(QStringLiteral("stopped"), lines).out.startsWith(rest));
    QCOMPARE(run({ QStringLiteral("verify") }, QStringLiteral("stopped")).status, 0);
}

void TestImportFlow::statsCountImportsApart()
{
    const QString data = QStringLiteral("stats");
    QCOMPARE(import(data, "{\"event\": 1}\n{\"event\": 2}\n{\"event\": 2}\nbad\n").status, 1);
    const QByteArray json = run({ QStringLiteral("stats"), QStringLiteral("--json") }, data).out;
    const QJsonObject stats = QJsonDocument::fromJson(json).object();
    QCOMPARE(stats.value(QLatin1String("events")).toInt(), 2);
    const QJsonObject deliveries = stats.value(QLatin1String("deliveries")).toObject();
    QCOMPARE(deliveries.value(QLatin1String("imported")).toInt(), 2);
    for (const char *none : { "accepted", "events", "repeated", "refusedParts" })
        QCOMPARE(deliveries.value(QLatin1String(none)).toInt(-1), 0);
    QVERIFY(deliveries.value(QLatin1String("refused")).toObject().isEmpty());
}

void TestImportFlow::verifySaysWhatItFinds()
{
    const QString data = QStringLiteral("verify");
    const CliOutcome missing = run({ QStringLiteral("verify") }, data);
    QCOMPARE(missing.status, 1);
    QVERIFY(missing.err.contains("There is no database"));
    QCOMPARE(import(data, generated(200)).status, 0);
    const CliOutcome whole = run({ QStringLiteral("verify") }, data);
    QCOMPARE(whole.status, 0);
    QVERIFY(whole.out.contains("Looked at 200 events"));
    QVERIFY(whole.out.contains("The store is whole."));
    QFile store(m_folder.filePath(data) + QLatin1String("/watchfloor.sqlite"));
    QVERIFY(store.resize(store.size() / 2));
    const CliOutcome broken = run({ QStringLiteral("verify") }, data);
    QCOMPARE(broken.status, 1);
    QVERIFY(!broken.out.contains("The store is whole."));
}

void TestImportFlow::wrongUsage()
{
    QCOMPARE(run({ QStringLiteral("import") }, QStringLiteral("usage")).status, 2);
    QCOMPARE(run({ QStringLiteral("verify"), QStringLiteral("x") }, QStringLiteral("usage")).status,
             2);
}

} // namespace

QTEST_GUILESS_MAIN(TestImportFlow)
#include "importflowtest.moc"
