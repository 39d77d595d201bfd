// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <map>
#include <optional>
#include <vector>

namespace models {

/// Where the event of an id stands in the index. Events come newest page first, then older ones
/// in descending order, then live ones in ascending order, so that a few runs of positions tell
/// the order of all of them; the odd one that fits nowhere is listed. A value; one thread each.
class IdOrder final
{
public:
    /// Notes that the event `id` was put at `position`, one more than the last. The caller made
    /// sure that it is not there yet.
    void add(qint64 id, quint32 position);

    /// Positions in order of their ids; those in `odd` are missing and have to be merged.
    struct Run
    {
        quint32 first = 0; ///< lowest position
        quint32 count = 0;
        bool ascending = true; ///< ids grow with positions
        qint64 lowest = 0; ///< ids
        qint64 highest = 0;
    };
    /// Runs by descending ids, each wholly above the next.
    std::vector<Run> newestFirst() const;
    const std::map<qint64, quint32> &odd() const { return m_odd; }

    /// The run that covers an id, if there is one.
    const Run *runOf(qint64 id) const;
    /// Where an id stands; `idAt` tells the id at a position.
    template<typename IdAt> std::optional<quint32> positionOf(qint64 id, IdAt idAt) const
    {
        if (const Run *run = runOf(id)) {
            quint32 low = 0;
            quint32 high = run->count;
            while (low < high) {
                const quint32 middle = low + (high - low) / 2;
                const qint64 there = idAt(run->first + middle);
                if (run->ascending ? there < id : there > id)
                    low = middle + 1;
                else
                    high = middle;
            }
            if (low < run->count && idAt(run->first + low) == id)
                return run->first + low;
        }
        const auto odd = m_odd.find(id);
        return odd == m_odd.end() ? std::nullopt : std::optional(odd->second);
    }
    bool empty() const { return m_newer.empty() && m_older.empty(); }
    qint64 highest() const { return m_highest; } ///< only if not empty
    qint64 lowest() const { return m_lowest; } ///< only if not empty

private:
    std::vector<Run> m_newer; ///< each above all before it
    std::vector<Run> m_older; ///< each below all before it
    std::map<qint64, quint32> m_odd;
    qint64 m_highest = 0;
    qint64 m_lowest = 0;
};

} // namespace models
