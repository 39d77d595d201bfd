// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/copytext/curltext.h"

#include <QJsonDocument>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace models;

namespace {

class CurlTextTest final : public QObject
{
    Q_OBJECT
private slots:
    void theShellReadsTheBodyBack_data();
    void theShellReadsTheBodyBack();
    void nothingATerminalObeys();
    void addressWithoutItsSecret();
};

void CurlTextTest::theShellReadsTheBodyBack_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("plain") << QByteArray(R"({"event":"x","n":1234567890123456789})");
    QTest::newRow("quotes") << QByteArray(R"({"a":"it's '; rm -rf / #'"})");
    QTest::newRow("expansions") << QByteArray(R"({"a":"$(id) `id` ${HOME} !! \\ \" %s"})");
    QTest::newRow("end") << QByteArray(R"({"a":"'"})");
    QTest::newRow("lines") << QByteArray("{\n  \"a\": \"b\\nc\",\r\n\t\"d\": [1, 2]\n}\n");
    QTest::newRow("escaped quote") << QByteArray(R"({"a":"\\\"\\","b":"x"})");
    QTest::newRow("hidden") << QByteArray(
            "{\"a\":\"\xe2\x80\xaegpj \xc2\x9b 201~ \xf3\xa0\x81\x81\"}");
    QTest::newRow("letters") << QByteArray("{\"a\":\"\xc3\xbc \xe4\xbe\x8b \xf0\x9f\x94\x92\"}");
    QTest::newRow("dash") << QByteArray("-x");
    QTest::newRow("at") << QByteArray("@/etc/passwd");
}

// The words that a shell makes of the command, one by one: the body must be one of them.
void CurlTextTest::theShellReadsTheBodyBack()
{
    const QString shell = QStandardPaths::findExecutable(QStringLiteral("sh"));
    if (shell.isEmpty())
        QSKIP("no POSIX shell here");
    QFETCH(QByteArray, body);
    QString command = curlText(body, QStringLiteral("http://127.0.0.1:8787/webhook"));
    QVERIFY(command.startsWith(QLatin1String("curl ")));
    command.replace(0, 4, QStringLiteral("printf '%s\\0'"));
    QProcess process;
    process.start(shell, { QStringLiteral("-c"), command });
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 0);
    const QList<QByteArray> words = process.readAllStandardOutput().split('\0');
    QCOMPARE(words.size(), 10);
    QCOMPARE(words.at(2), QByteArray("http://127.0.0.1:8787/webhook"));
    QCOMPARE(words.at(4), QByteArray("Authorization: Bearer YOUR_TOKEN"));
    const QJsonDocument sent = QJsonDocument::fromJson(body);
    if (sent.isNull()) {
        QCOMPARE(words.at(8), body);
        return;
    }
    QCOMPARE(QJsonDocument::fromJson(words.at(8)), sent);
}

void CurlTextTest::nothingATerminalObeys()
{
    QByteArray body("{\"a\":\"");
    for (int c = 1; c < 0x20; ++c)
        body.append(char(c));
    body.append("\x7f\xc2\x9b\xe2\x80\xa8\"}");
    const QString command = curlText(body, QStringLiteral("http://h/"));
    for (const QChar c : command)
        QVERIFY(c == u'\n' || (c.category() != QChar::Other_Control && c != QChar(0x2028)));
    QCOMPARE(command.count(u'\n'), 4); // those of the command
}

void CurlTextTest::addressWithoutItsSecret()
{
    ReceiverSettings receiver;
    QCOMPARE(replayAddress(receiver), QStringLiteral("http://127.0.0.1:8787/webhook"));
    receiver.address = QStringLiteral("::1");
    receiver.certificateFile = QStringLiteral("/c.pem");
    receiver.port = 8443;
    QCOMPARE(replayAddress(receiver), QStringLiteral("https://[::1]:8443/webhook"));
    receiver.address = QStringLiteral("any");
    receiver.auth = AuthMode::Url;
    QCOMPARE(replayAddress(receiver), QStringLiteral("https://127.0.0.1:8443/hook/YOUR_TOKEN"));
}

} // namespace

QTEST_GUILESS_MAIN(CurlTextTest)
#include "curltexttest.moc"
