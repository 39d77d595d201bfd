// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/cliprocess.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace {

const QString cli = QStringLiteral(CLI);

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace

/// What the commands on the store refuse, with words and the right exit status.
class ServeRefusalTest final : public QObject
{
    Q_OBJECT
private slots:
    void wrongUsage_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("word");
        const auto row = [](const QStringList &arguments, const char *word) {
            QTest::newRow(qPrintable(arguments.join(QLatin1Char(' '))))
                    << arguments << QByteArray(word);
        };
        row(words("serve surplus"), "surplus");
        row(words("serve --port 65536"), "--port");
        row(words("serve --auth maybe"), "--auth");
        row(words("serve --tls-cert x"), "--tls-key");
        row(words("serve --token secret"), "token");
        row(words("serve --database mysql:x"), "mysql");
        row(words("export"), "--format");
        row(words("export --format xml"), "--format");
        row(words("export --format csv --query ("), "query");
        row(words("export --format csv --port 1"), "port");
        row(words("query"), "look for");
        row(words("query -- status:open -is:issue"), "not turned round");
        row(words("query is:issue or is:open"), "is:issue (a or b)");
        row(words("query is:issue data.policy_name:x"), "data.policy_name");
        row(words("query is:issue actor:bob"), "actor");
        row(words("query is:issue is:unread"), "unread");
        row(words("query is:overdue"), "Perhaps you mean: is:issue is:overdue");
        row(words("query is:issue a --count --json"), "--count");
        row(words("export --format csv --query is:issue"), "filter for issues");
        row(words("query a --count --json"), "--count");
        row(words("query nosuchfield:x"), "nosuchfield");
        row(words("stats x"), "x");
    }
    void wrongUsage()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, word);
        const QTemporaryDir dir;
        if (!arguments.contains(QStringLiteral("--")))
            arguments << QStringLiteral("--data-dir") << dir.path();
        const CliOutcome outcome = runCli(cli, arguments);
        QVERIFY2(outcome.status == 2, outcome.err.constData());
        QVERIFY2(outcome.err.contains(word), outcome.err.constData());
        QVERIFY(outcome.out.isEmpty());
    }

    void failures()
    {
        const QTemporaryDir dir;
        // No store yet.
        CliOutcome outcome = runCli(cli, words("export --format jsonl --data-dir") << dir.path());
        QCOMPARE(outcome.status, 1);
        QVERIFY(!outcome.err.isEmpty());
        QVERIFY(QDir(dir.path()).isEmpty()); // reading makes nothing
        // The folder cannot be made.
        QFile file(dir.filePath(QStringLiteral("file")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        outcome = runCli(cli,
                         words("serve --port 0 --data-dir")
                                 << file.fileName() + QStringLiteral("/sub"));
        QCOMPARE(outcome.status, 1);
        QVERIFY(!outcome.err.isEmpty());
        // The token file is missing.
        outcome = runCli(cli, words("serve --port 0 --token-file none --data-dir") << dir.path());
        QCOMPARE(outcome.status, 1);
        QVERIFY(outcome.err.contains("none"));
    }
};

QTEST_GUILESS_MAIN(ServeRefusalTest)
#include "serverefusaltest.moc"
