// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/cliprocess.h"

#include <QFile>

CliOutcome runCli(const QString &program, const QStringList &arguments, const QByteArray &input)
{
    QProcess process;
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(120000) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return { process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError() };
}

ServeProcess::ServeProcess(QString program, QString dataDir)
    : m_program(std::move(program)), m_dataDir(std::move(dataDir))
{
}

ServeProcess::~ServeProcess()
{
    kill();
}

bool ServeProcess::start(const QStringList &more)
{
    m_url.clear();
    m_process.start(m_program,
                    QStringList { QStringLiteral("serve"), QStringLiteral("--data-dir"), m_dataDir,
                                  QStringLiteral("--port"), QStringLiteral("0") }
                            + more);
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(30000))
            return false;
    }
    const QByteArray line = m_process.readLine().trimmed();
    const QByteArray begin("listening on ");
    if (!line.startsWith(begin))
        return false;
    m_url = QString::fromLatin1(line.mid(begin.size()));
    return true;
}

QByteArray ServeProcess::token() const
{
    QFile file(tokenFile());
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray();
}

void ServeProcess::kill()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished(30000);
}

int ServeProcess::terminate()
{
    m_process.terminate();
    if (!m_process.waitForFinished(60'000) || m_process.exitStatus() != QProcess::NormalExit)
        return -1;
    if (m_process.exitCode() != 0)
        qWarning("serve says: %s", m_process.readAllStandardError().constData());
    return m_process.exitCode();
}

ExportedEvents exportAll(const QString &program, const QString &dataDir)
{
    const CliOutcome outcome =
            runCli(program,
                   { QStringLiteral("export"), QStringLiteral("--format"), QStringLiteral("jsonl"),
                     QStringLiteral("--data-dir"), dataDir });
    ExportedEvents events;
    events.ok = outcome.status == 0;
    const QByteArray mark(R"(, "body": )");
    const QByteArray count(R"(, "deliveries": )");
    for (const QByteArray &line : outcome.out.split('\n')) {
        if (line.isEmpty())
            continue;
        const qsizetype body = line.indexOf(mark);
        const qsizetype deliveries = line.indexOf(count);
        events.ok = events.ok && body > deliveries && deliveries > 0 && line.endsWith('}');
        if (!events.ok)
            break;
        events.bodies.append(line.mid(body + mark.size()).chopped(1));
        const qsizetype number = deliveries + count.size();
        events.deliveries.append(line.mid(number, body - number).toInt());
    }
    return events;
}
