// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/ratelimiter.h"

namespace app {

void RateLimiter::countFailure(const Peer &peer, Clock::time_point now)
{
    if (peer.loopback)
        return;
    auto entry = m_entries.find(peer.group);
    if (entry == m_entries.end()) {
        if (m_entries.size() >= m_policy.peers)
            makeRoom(now);
        entry = m_entries.insert(peer.group, { now, 0 });
    } else if (now - entry->since >= m_policy.window) {
        *entry = { now, 0 };
    }
    ++entry->failures;
}

std::chrono::seconds RateLimiter::shutOut(const Peer &peer, Clock::time_point now) const
{
    const auto entry = m_entries.constFind(peer.group);
    if (peer.loopback || entry == m_entries.cend() || entry->failures < m_policy.failures)
        return std::chrono::seconds(0);
    const auto left = entry->since + m_policy.window - now;
    if (left <= Clock::duration::zero())
        return std::chrono::seconds(0);
    return std::chrono::ceil<std::chrono::seconds>(left);
}

void RateLimiter::makeRoom(Clock::time_point now)
{
    m_entries.removeIf([&](auto entry) { return now - entry->since >= m_policy.window; });
    if (m_entries.size() < m_policy.peers)
        return;
    // A flood from many networks: forget who failed least, the oldest of them first.
    auto least = m_entries.cbegin();
    for (auto entry = m_entries.cbegin(); entry != m_entries.cend(); ++entry) {
        if (entry->failures < least->failures
            || (entry->failures == least->failures && entry->since < least->since))
            least = entry;
    }
    m_entries.erase(least);
}

} // namespace app
