// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/outsideprogram.h"

#include <QFile>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryFile>
#include <QTest>

QString programPath(const QString &name)
{
    const QString found = QStandardPaths::findExecutable(name);
    return found.isEmpty() ? QStandardPaths::findExecutable(name, { QStringLiteral("/usr/sbin") })
                           : found;
}

ProgramOutcome runProgram(const QString &name, const QStringList &arguments, int seconds,
                          const QByteArray &input)
{
    QProcess process;
    process.start(programPath(name), arguments);
    process.write(input);
    process.closeWriteChannel();
    ProgramOutcome outcome;
    const bool isDone =
            process.waitForFinished(seconds * 1000) && process.exitStatus() == QProcess::NormalExit;
    if (!isDone) {
        process.kill();
        process.waitForFinished(5000);
    }
    outcome.status = isDone ? process.exitCode() : -1;
    outcome.out = process.readAllStandardOutput();
    outcome.err = process.readAllStandardError();
    return outcome;
}

CurlReply postByCurl(const QString &url, const QByteArray &token, const QByteArray &body,
                     const QStringList &more)
{
    QTemporaryFile file;
    if (!file.open() || file.write(body) != body.size() || !file.flush())
        return {};
    QByteArray configuration;
    if (!token.isEmpty())
        configuration = "header = \"Authorization: Bearer " + token + "\"\n";
    const ProgramOutcome outcome = runProgram(
            QStringLiteral("curl"),
            QStringList { QStringLiteral("-sS"), QStringLiteral("--noproxy"), QStringLiteral("*"),
                          QStringLiteral("--max-time"), QStringLiteral("60"), QStringLiteral("-K"),
                          QStringLiteral("-"), QStringLiteral("-w"),
                          QStringLiteral("\n%{http_code}"), QStringLiteral("--data-binary"),
                          QString(QLatin1Char('@') + file.fileName()), url }
                    + more,
            90, configuration);
    const qsizetype line = outcome.out.lastIndexOf('\n');
    return { outcome.status, outcome.out.mid(line + 1).toInt(),
             outcome.out.left(qMax<qsizetype>(0, line)), outcome.err };
}

quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : quint16(0);
}

bool waitForListener(quint16 port)
{
    return QTest::qWaitFor(
            [port] {
                QTcpSocket socket;
                socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
                return socket.waitForConnected(1000);
            },
            60'000);
}
