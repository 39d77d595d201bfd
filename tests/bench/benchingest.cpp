// SPDX-License-Identifier: GPL-3.0-or-later
// Events acknowledged by the real `watchfloor-cli serve` over loopback, beside a bare server
// with the same durability. Prints `bench <name> <value> <unit>`, medians over the runs.
#include "models/sample/generator.h"
#include "tests/bench/loadclient.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

#include <algorithm>
#include <cstdio>
#include <map>
#include <memory>

namespace {

const QByteArray token("bench-token-0123456789abcdef");

/// Violations only: bodies of 1.5 to 2 kB, none twice.
class Bodies final
{
public:
    QList<QByteArray> take(int count)
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

private:
    models::SampleGenerator m_generator { 42, models::Instant(std::chrono::days(19600)),
                                          models::Instant(std::chrono::days(20330)), 2000000 };
};

/// A server process with a store of its own; its folder goes with it.
class Server final
{
public:
    /// Waits for the line that says where it listens.
    bool start(bool bare)
    {
        const QString folder = m_dir.path();
        if (bare) {
            m_process.start(QStringLiteral(BARE), { folder + QStringLiteral("/events") });
        } else {
            QFile file(folder + QStringLiteral("/token"));
            if (!file.open(QIODevice::WriteOnly) || file.write(token) != token.size())
                return false;
            file.close();
            m_process.start(QStringLiteral(CLI),
                            { QStringLiteral("serve"), QStringLiteral("--port"),
                              QStringLiteral("0"), QStringLiteral("--data-dir"), folder,
                              QStringLiteral("--token-file"), file.fileName() });
        }
        while (!m_process.canReadLine()) {
            if (!m_process.waitForReadyRead(20000))
                return false;
        }
        const QByteArray line = m_process.readLine().trimmed();
        m_port = quint16(QUrl(QString::fromLatin1(line.mid(line.lastIndexOf(' ') + 1))).port(0));
        return m_port != 0;
    }
    ~Server()
    {
        m_process.terminate();
        if (!m_process.waitForFinished(10000))
            m_process.kill();
        m_process.waitForFinished(10000);
    }
    quint16 port() const { return m_port; }
    /// What its threads have spent so far (proc(5), schedstat): steady where rates are not,
    /// because others use the machine too.
    std::chrono::nanoseconds processorTime() const
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

private:
    // Not in the folder for temporary files: that may be memory, and durability would be free.
    QTemporaryDir m_dir { QDir::currentPath() + QStringLiteral("/ingest-XXXXXX") };
    QProcess m_process;
    quint16 m_port = 0;
};

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

double milliseconds(std::chrono::nanoseconds time)
{
    return std::chrono::duration<double, std::milli>(time).count();
}

/// Figures by name, one for each run.
using Figures = std::map<QByteArray, std::vector<double>>;

void print(const Figures &figures, const char *name, const char *unit, int digits)
{
    if (const auto found = figures.find(name); found != figures.end())
        std::printf("bench %s %.*f %s\n", name, digits, median(found->second), unit);
}

bool measure(Figures &figures, Bodies &bodies, bool bare, int connections, int events)
{
    Server server;
    if (!server.start(bare)) {
        std::fprintf(stderr, "the %s server does not start\n", bare ? "bare" : "real");
        return false;
    }
    const LoadClient client(server.port(), token);
    client.run(bodies.take(std::max(events / 20, 50)), connections); // warm up
    const QList<QByteArray> list = bodies.take(events);
    const std::chrono::nanoseconds before = server.processorTime();
    const LoadResult result = client.run(list, connections);
    const std::chrono::nanoseconds spent = server.processorTime() - before;
    if (result.failed > 0) {
        std::fprintf(stderr, "%lld of %d requests failed\n", qlonglong(result.failed), events);
        return false;
    }
    const QByteArray c = QByteArray(".c").append(QByteArray::number(connections));
    const QByteArray kind(bare ? "ingest.bare" : "ingest");
    figures[QByteArray(kind).append(c)].push_back(result.perSecond);
    figures[QByteArray(kind).append(".ack-p50").append(c)].push_back(milliseconds(result.p50));
    figures[QByteArray(kind).append(".ack-p99").append(c)].push_back(milliseconds(result.p99));
    figures[QByteArray(kind).append(".cpu").append(c)].push_back(milliseconds(spent) * 1000
                                                                 / events);
    return true;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOption({ QStringLiteral("runs"), QStringLiteral("Runs; the median counts."),
                       QStringLiteral("number"), QStringLiteral("5") });
    parser.addOption({ QStringLiteral("events"),
                       QStringLiteral("Events a run at 64 connections; less at fewer."),
                       QStringLiteral("number"), QStringLiteral("40000") });
    parser.addOption({ QStringLiteral("only64"),
                       QStringLiteral("Only the rates at 64 connections, as for a profile.") });
    parser.process(application);
    const int runs = std::max(1, parser.value(QStringLiteral("runs")).toInt());
    const int events = std::max(64, parser.value(QStringLiteral("events")).toInt());

    Figures figures;
    Bodies bodies;
    for (int run = 0; run < runs; ++run) {
        if (!measure(figures, bodies, false, 64, events)
            || !measure(figures, bodies, true, 64, events))
            return 1;
        if (parser.isSet(QStringLiteral("only64")))
            continue;
        if (!measure(figures, bodies, false, 16, events * 5 / 8)
            || !measure(figures, bodies, false, 1, events / 10)
            || !measure(figures, bodies, true, 1, events / 10))
            return 1;
    }
    for (const char *name : { "ingest.c1", "ingest.c16", "ingest.c64", "ingest.bare.c64" })
        print(figures, name, "events/s", 0);
    for (const char *name : { "ingest.ack-p50.c1", "ingest.ack-p99.c64", "ingest.bare.ack-p50.c1",
                              "ingest.bare.ack-p99.c64" })
        print(figures, name, "ms", 3);
    for (const char *name : { "ingest.cpu.c1", "ingest.cpu.c64", "ingest.bare.cpu.c64" })
        print(figures, name, "us/event", 1);
    return 0;
}
