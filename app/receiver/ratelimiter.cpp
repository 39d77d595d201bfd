// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/ratelimiter.h"

#include "app/receiver/peer.h"

#include <algorithm>

namespace app {

void RateLimiter::countFailure(const Peer &peer, Clock::time_point now)
{
    if (peer.excepted)
        return;
    auto entry = m_entries.find(peer.group);
    if (entry == m_entries.end()) {
        if (m_entries.size() >= m_policy.peers)
            makeRoom(now);
        entry = m_entries.insert(peer.group, { now, models::now(), 0, false });
    } else if (isOver(*entry, now)) {
        *entry = { now, models::now(), 0, false };
    }
    ++entry->failures;
    if (entry->shutOut || entry->failures < m_policy.failures)
        return;
    entry->shutOut = true;
    entry->since = now;
    entry->sinceThen = models::now();
}

std::chrono::seconds RateLimiter::shutOut(const Peer &peer, Clock::time_point now) const
{
    if (peer.excepted || m_entries.isEmpty())
        return std::chrono::seconds(0);
    const auto entry = m_entries.constFind(peer.group);
    if (entry == m_entries.cend() || !entry->shutOut || isOver(*entry, now))
        return std::chrono::seconds(0);
    return std::chrono::ceil<std::chrono::seconds>(entry->since + m_policy.window - now);
}

QList<models::Ban> RateLimiter::bans(Clock::time_point now) const
{
    QList<models::Ban> result;
    for (auto entry = m_entries.cbegin(); entry != m_entries.cend(); ++entry) {
        if (entry->shutOut && !isOver(*entry, now))
            result.append({ entry.key(), groupName(entry.key()), entry->failures,
                            entry->sinceThen + m_policy.window });
    }
    std::sort(result.begin(), result.end(),
              [](const models::Ban &a, const models::Ban &b) { return a.group < b.group; });
    return result;
}

int RateLimiter::banned(Clock::time_point now) const
{
    return int(std::count_if(m_entries.cbegin(), m_entries.cend(), [&](const Entry &entry) {
        return entry.shutOut && !isOver(entry, now);
    }));
}

void RateLimiter::makeRoom(Clock::time_point now)
{
    m_entries.removeIf([&](auto entry) { return isOver(*entry, now); });
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
