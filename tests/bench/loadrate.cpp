// SPDX-License-Identifier: GPL-3.0-or-later
// loadrate PORT CONNECTIONS EVENTS: posts events to a server that runs already and prints how many
// a second it acknowledged. The client of peers.py; PORT 0 measures `watchfloor-cli serve`.
#include "tests/bench/benchserver.h"
#include "tests/bench/loadclient.h"

#include <QCoreApplication>

#include <cstdio>

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const int connections = arguments.value(2).toInt();
    const int events = arguments.value(3).toInt();
    if (arguments.size() != 4 || connections < 1 || events < 1) {
        std::fprintf(stderr, "usage: loadrate PORT CONNECTIONS EVENTS\n");
        return 2;
    }
    quint16 port = quint16(arguments.value(1).toUInt());
    BenchServer server;
    if (port == 0 && !server.start(BenchServer::Kind::Real))
        return 1;
    if (port == 0)
        port = server.port();
    BenchBodies bodies;
    const LoadClient client(port, benchToken);
    client.run(bodies.take(std::min(events, 200)), connections); // warm up
    const LoadResult result = client.run(bodies.take(events), connections);
    std::printf("%.1f %lld\n", result.perSecond, qlonglong(result.failed));
    return result.failed == 0 ? 0 : 1;
}
