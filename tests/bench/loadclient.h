// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <chrono>
#include <vector>

/// What a run of load came to.
struct LoadResult
{
    double perSecond = 0; ///< answers with 200
    std::chrono::nanoseconds p50 { 0 };
    std::chrono::nanoseconds p99 { 0 };
    qsizetype accepted = 0;
    qsizetype failed = 0; ///< other answers and broken connections
};

/// A cheap client for benchmarks: one epoll loop in the calling thread, keep-alive, one request
/// under way on each connection; over TLS where asked to. Linux only; 127.0.0.1 only.
class LoadClient final
{
public:
    /// Requests are made beforehand, so that a run measures the server.
    LoadClient(quint16 port, const QByteArray &token, bool isSecure = false);

    /// Posts every body once over `connections` connections and waits for all answers, at most
    /// `limit`.
    LoadResult run(const QList<QByteArray> &bodies, int connections,
                   std::chrono::seconds limit = std::chrono::seconds(120)) const;

private:
    QByteArray request(const QByteArray &body) const;

    quint16 m_port;
    QByteArray m_token;
    bool m_secure;
};
