// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/receiver/request.h"
#include "models/domain/ban.h"

#include <QHash>

#include <chrono>

namespace app {

/// Counts failed credentials by peer group and shuts out who fails too often within a window, for
/// as long as the window is, from the failure that was one too many. Who is excepted
/// (Peer::excepted) is never counted: behind a tunnel or a proxy everybody has its address.
/// Bounded; one thread at a time.
class RateLimiter final
{
public:
    using Clock = std::chrono::steady_clock;
    struct Policy
    {
        int failures = 10; ///< as many are answered, the next is shut out; at least 1
        std::chrono::milliseconds window { 60000 };
        qsizetype peers = 4096; ///< remembered at once
    };

    RateLimiter() = default;
    explicit RateLimiter(Policy policy) : m_policy(policy) { }

    /// Uses another policy from now on, for those that are shut out already, too.
    void setPolicy(Policy policy) { m_policy = policy; }

    /// Remembers a failure.
    void countFailure(const Peer &peer, Clock::time_point now);

    /// How long the peer stays shut out, at least one second; zero: it may go on.
    std::chrono::seconds shutOut(const Peer &peer, Clock::time_point now) const;

    /// Who is shut out, by its group in order.
    QList<models::Ban> bans(Clock::time_point now) const;
    /// How many are shut out.
    int banned(Clock::time_point now) const;
    /// Forgets the failures of a group, and so its ban.
    void lift(const QByteArray &group) { m_entries.remove(group); }

private:
    struct Entry
    {
        Clock::time_point since; ///< of the first failure; of the last one, once shut out
        models::Instant sinceThen; ///< the same for people
        int failures = 0;
        bool shutOut = false;
    };
    bool isOver(const Entry &entry, Clock::time_point now) const
    {
        return now - entry.since >= m_policy.window;
    }
    void makeRoom(Clock::time_point now);

    Policy m_policy;
    QHash<QByteArray, Entry> m_entries;
};

} // namespace app
