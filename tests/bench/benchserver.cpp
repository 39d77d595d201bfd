// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/benchserver.h"

#include "app/tls/certificatemaker.h"

#include <QFile>
#include <QUrl>

QList<QByteArray> BenchBodies::take(int count)
{
    QList<QByteArray> list;
    list.reserve(count);
    while (list.size() < count) {
        QByteArray line = m_generator.next();
        if (line.size() >= 1500 && line.size() <= 2048)
            list.append(std::move(line));
    }
    return list;
}

BenchServer::~BenchServer()
{
    m_process.terminate();
    if (!m_process.waitForFinished(10000))
        m_process.kill();
    m_process.waitForFinished(10000);
}

QStringList BenchServer::arguments(Kind kind) const
{
    const QString folder = m_dir.path();
    if (kind == Kind::Bare)
        return { folder + QStringLiteral("/events") };
    QFile file(folder + QStringLiteral("/token"));
    if (!file.open(QIODevice::WriteOnly) || file.write(benchToken) != benchToken.size())
        return {};
    QStringList list { QStringLiteral("serve"),
                       QStringLiteral("--port"),
                       QStringLiteral("0"),
                       QStringLiteral("--data-dir"),
                       folder,
                       QStringLiteral("--token-file"),
                       file.fileName() };
    if (kind == Kind::Secure) {
        const auto made = app::CertificateMaker::make(folder);
        if (!made)
            return {};
        list << QStringLiteral("--tls-cert") << made.value().certificateFile
             << QStringLiteral("--tls-key") << made.value().keyFile;
    }
    return list;
}

bool BenchServer::start(Kind kind, const QStringList &more)
{
    m_process.start(kind == Kind::Bare ? QStringLiteral(BARE) : QStringLiteral(CLI),
                    arguments(kind) + more);
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(20000))
            return false;
    }
    const QByteArray line = m_process.readLine().trimmed();
    m_port = quint16(QUrl(QString::fromLatin1(line.mid(line.lastIndexOf(' ') + 1))).port(0));
    return m_port != 0;
}

std::chrono::nanoseconds BenchServer::processorTime() const
{
    const QDir tasks(QStringLiteral("/proc/%1/task").arg(m_process.processId()));
    qint64 total = 0;
    for (const QString &task : tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile file(tasks.filePath(task) + QStringLiteral("/schedstat"));
        if (file.open(QIODevice::ReadOnly))
            total += file.readAll().split(' ').constFirst().toLongLong();
    }
    return std::chrono::nanoseconds(total);
}

double BenchServer::megabytes() const
{
    QFile file(QStringLiteral("/proc/%1/status").arg(m_process.processId()));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = file.readAll();
    const qsizetype at = text.indexOf("VmRSS:");
    return text.mid(at + 6, 20).simplified().split(' ').constFirst().toDouble() * 1024 / 1e6;
}
