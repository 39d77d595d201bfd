// SPDX-License-Identifier: GPL-3.0-or-later
// Events acknowledged by the real `watchfloor-cli serve` over loopback, beside a bare server
// with the same durability. Prints `bench <name> <value> <unit>`, medians over the runs.
#include "tests/bench/benchserver.h"
#include "tests/bench/loadclient.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <algorithm>
#include <cstdio>
#include <map>

namespace {

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

bool measure(Figures &figures, BenchBodies &bodies, BenchServer::Kind kind, int connections,
             int events)
{
    BenchServer server;
    if (!server.start(kind)) {
        std::fprintf(stderr, "server number %d does not start\n", int(kind));
        return false;
    }
    const LoadClient client(server.port(), benchToken, kind == BenchServer::Kind::Secure);
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
    const QByteArray name(kind == BenchServer::Kind::Bare             ? "ingest.bare"
                                  : kind == BenchServer::Kind::Secure ? "ingest.tls"
                                                                      : "ingest");
    figures[QByteArray(name).append(c)].push_back(result.perSecond);
    figures[QByteArray(name).append(".ack-p50").append(c)].push_back(milliseconds(result.p50));
    figures[QByteArray(name).append(".ack-p99").append(c)].push_back(milliseconds(result.p99));
    figures[QByteArray(name).append(".cpu").append(c)].push_back(milliseconds(spent) * 1000
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
    BenchBodies bodies;
    using Kind = BenchServer::Kind;
    for (int run = 0; run < runs; ++run) {
        if (!measure(figures, bodies, Kind::Real, 64, events)
            || !measure(figures, bodies, Kind::Bare, 64, events)
            || !measure(figures, bodies, Kind::Secure, 64, events))
            return 1;
        figures["ingest.tls.ratio.c64"].push_back(100 * figures["ingest.tls.c64"].back()
                                                  / figures["ingest.c64"].back());
        if (parser.isSet(QStringLiteral("only64")))
            continue;
        if (!measure(figures, bodies, Kind::Real, 16, events * 5 / 8)
            || !measure(figures, bodies, Kind::Real, 1, events / 10)
            || !measure(figures, bodies, Kind::Bare, 1, events / 10))
            return 1;
    }
    for (const char *name :
         { "ingest.c1", "ingest.c16", "ingest.c64", "ingest.bare.c64", "ingest.tls.c64" })
        print(figures, name, "events/s", 0);
    for (const char *name : { "ingest.ack-p50.c1", "ingest.ack-p99.c64", "ingest.bare.ack-p50.c1",
                              "ingest.bare.ack-p99.c64" })
        print(figures, name, "ms", 3);
    print(figures, "ingest.tls.ratio.c64", "%", 1); // of plain, in the same run
    for (const char *name :
         { "ingest.cpu.c1", "ingest.cpu.c64", "ingest.bare.cpu.c64", "ingest.tls.cpu.c64" })
        print(figures, name, "us/event", 1);
    return 0;
}
