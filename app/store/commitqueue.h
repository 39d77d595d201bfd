// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/delivery.h"
#include "models/domain/uptime.h"

#include <mutex>
#include <vector>

namespace app {

/// What waits for one commit.
struct CommitWork
{
    std::vector<models::Delivery> deliveries;
    std::vector<models::Refusal> refusals;
    std::vector<models::UptimeRun> uptime; ///< goes along, and is no work by itself
    bool isEmpty() const { return deliveries.empty() && refusals.empty(); }
};

/// The bounded queue between receiver and writer. Any thread; the lock is held for a move only.
class CommitQueue final
{
public:
    enum class Push : quint8 {
        Refused, ///< full or shut: not taken
        Taken, ///< the writer knows already that there is work
        TakenFirst, ///< wake the writer
    };

    /// At most `mostEntries` deliveries and as many refusals, of `mostBytes` together; a single
    /// delivery larger than that is taken into an empty queue.
    CommitQueue(qsizetype mostEntries, qsizetype mostBytes);

    Push push(models::Delivery delivery);
    Push push(models::Refusal refusal);
    /// Everything that waits, in order; the queue is empty afterwards.
    CommitWork take();
    /// From now on nothing is taken; or again.
    void setShut(bool shut);

private:
    Push accepted(qsizetype bytes);
    bool hasRoom(size_t entries, qsizetype bytes) const;

    const size_t m_mostEntries;
    const qsizetype m_mostBytes;
    std::mutex m_mutex;
    CommitWork m_work;
    qsizetype m_bytes = 0;
    bool m_shut = false;
};

} // namespace app
