// SPDX-License-Identifier: GPL-3.0-or-later
// What connections cost that were served once and then stay, by the real `watchfloor-cli serve`:
// memory, and the rate of others beside them. Prints `bench <name> <value> <unit>`.
#include "tests/bench/benchline.h"
#include "tests/bench/benchserver.h"
#include "tests/bench/loadclient.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTcpSocket>

#include <sys/resource.h>

#include <cstdio>
#include <memory>
#include <vector>

namespace {

constexpr int idlers = 1024;
constexpr int beside = 16;
constexpr int events = 16000;

/// Opens connections, has one event stored over each, and leaves them.
bool settle(std::vector<std::unique_ptr<QTcpSocket>> &sockets, quint16 port, BenchBodies &bodies)
{
    for (const QByteArray &body : bodies.take(idlers)) {
        auto socket = std::make_unique<QTcpSocket>();
        socket->connectToHost(QStringLiteral("127.0.0.1"), port);
        if (!socket->waitForConnected(5000))
            return false;
        QByteArray request("POST /webhook HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ");
        request.append(benchToken).append("\r\nContent-Length: ");
        request.append(QByteArray::number(body.size())).append("\r\n\r\n").append(body);
        socket->write(request);
        if (!socket->waitForReadyRead(5000) || !socket->readAll().startsWith("HTTP/1.1 200 "))
            return false;
        sockets.push_back(std::move(socket));
    }
    return true;
}

/// Waits until the server itself counts them as idle: it does so after a second.
bool areResting(quint16 port)
{
    const QByteArray name = "\nwatchfloor_connections_resting ";
    QElapsedTimer time;
    time.start();
    while (time.elapsed() < 10000) {
        QTcpSocket asking;
        asking.connectToHost(QStringLiteral("127.0.0.1"), port);
        asking.write("GET /metrics HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        QByteArray answer;
        while (asking.waitForReadyRead(1000))
            answer += asking.readAll();
        // At the cap, each further connection takes the place of an idle one.
        const qsizetype at = answer.indexOf(name);
        if (at >= 0
            && answer.mid(at + name.size(), 8).split('\n').first().toInt() >= idlers - beside)
            return true;
    }
    return false;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    // The server inherits it, and keeps room for its own files.
    rlimit limit {};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = std::min<rlim_t>(limit.rlim_max, 4096);
    ::setrlimit(RLIMIT_NOFILE, &limit);
    std::vector<double> growth;
    std::vector<double> ratio;
    for (int run = 0; run < 5; ++run) {
        BenchServer server;
        BenchBodies bodies;
        if (!server.start(BenchServer::Kind::Real)) {
            std::fprintf(stderr, "the server does not start\n");
            return 1;
        }
        const LoadClient client(server.port(), benchToken);
        client.run(bodies.take(events), beside); // warm up
        const LoadResult alone = client.run(bodies.take(events), beside);
        std::vector<std::unique_ptr<QTcpSocket>> sockets;
        const double before = server.megabytes();
        if (!settle(sockets, server.port(), bodies)) {
            std::fprintf(stderr, "only %zu connections\n", sockets.size());
            return 1;
        }
        if (!areResting(server.port())) {
            std::fprintf(stderr, "the connections do not come to rest\n");
            return 1;
        }
        growth.push_back(server.megabytes() - before);
        const LoadResult withIdlers = client.run(bodies.take(events), beside);
        if (alone.failed > 0 || withIdlers.failed > 0) {
            std::fprintf(stderr, "requests failed\n");
            return 1;
        }
        ratio.push_back(100 * withIdlers.perSecond / alone.perSecond);
    }
    printLine("idle.1024.memory", medianOf(growth), "MB");
    printLine("idle.1024.ratio.c16", medianOf(ratio), "%"); // of the rate without them
    return 0;
}
