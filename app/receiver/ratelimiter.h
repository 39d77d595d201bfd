// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/receiver/request.h"

#include <QHash>

#include <chrono>

namespace app {

/// Counts failed credentials by peer group and shuts out who fails too often, until the window
/// that began with the first failure is over. Loopback is never shut out: behind a tunnel or a
/// proxy everybody is loopback. Bounded; one thread at a time.
class RateLimiter final
{
public:
    using Clock = std::chrono::steady_clock;
    struct Policy
    {
        int failures = 10; ///< as many are answered, the next is shut out
        std::chrono::seconds window { 60 };
        qsizetype peers = 4096; ///< remembered at once
    };

    RateLimiter() = default;
    explicit RateLimiter(Policy policy) : m_policy(policy) { }

    /// Remembers a failure.
    void countFailure(const Peer &peer, Clock::time_point now);

    /// How long the peer stays shut out, at least one second; zero: it may go on.
    std::chrono::seconds shutOut(const Peer &peer, Clock::time_point now) const;

private:
    struct Entry
    {
        Clock::time_point since;
        int failures = 0;
    };
    void makeRoom(Clock::time_point now);

    Policy m_policy;
    QHash<QByteArray, Entry> m_entries;
};

} // namespace app
