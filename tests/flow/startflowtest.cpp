// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/cliprocess.h"
#include "tests/support/httprawclient.h"

#include <QFile>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

namespace {

const QString cli = QStringLiteral(CLI);

quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : quint16(0);
}

} // namespace

/// The receiver does not wait for the store, senders do.
class StartFlowTest final : public QObject
{
    Q_OBJECT
private slots:
    void whatComesBeforeTheStoreIsReadyWaitsForIt();
};

void StartFlowTest::whatComesBeforeTheStoreIsReadyWaitsForIt()
{
    const QTemporaryDir dir;
    const QByteArray token = "a-token-of-the-test-0123456789";
    QFile tokenFile(dir.filePath(QStringLiteral("token")));
    QVERIFY(tokenFile.open(QIODevice::WriteOnly) && tokenFile.write(token) == token.size());
    QVERIFY(tokenFile.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    tokenFile.close();
    // Another program writes in a store without tables: making them waits for it.
    QSqlDatabase other = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"));
    other.setDatabaseName(dir.filePath(QStringLiteral("watchfloor.sqlite")));
    QVERIFY(other.open());
    QVERIFY(QSqlQuery(other).exec(QStringLiteral("PRAGMA journal_mode=WAL")));
    QVERIFY(QSqlQuery(other).exec(QStringLiteral("BEGIN IMMEDIATE")));

    const quint16 port = freePort();
    QProcess serve;
    serve.start(cli,
                { QStringLiteral("serve"), QStringLiteral("--data-dir"), dir.path(),
                  QStringLiteral("--port"), QString::number(port) });
    std::unique_ptr<HttpRawClient> client;
    QTRY_VERIFY((client = std::make_unique<HttpRawClient>(port))->isConnected());
    QVERIFY(serve.readAllStandardOutput().isEmpty()); // it does not say yet that it is ready
    const QByteArray body = R"({"event": "Hello, world!"})";
    client->send("POST /webhook HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token
                 + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    QCOMPARE(client->reply(300).status, 0);
    QVERIFY(QSqlQuery(other).exec(QStringLiteral("ROLLBACK")));
    QCOMPARE(client->reply().status, 200);
    QTRY_VERIFY(serve.canReadLine());
    QVERIFY(serve.readLine().startsWith("listening on "));
    serve.terminate();
    QVERIFY(serve.waitForFinished(60000));
    QCOMPARE(exportAll(cli, dir.path()).bodies.size(), 1);
}

QTEST_GUILESS_MAIN(StartFlowTest)
#include "startflowtest.moc"
