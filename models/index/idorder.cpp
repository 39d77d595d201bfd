// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/idorder.h"

#include <algorithm>

namespace models {

void IdOrder::add(qint64 id, quint32 position)
{
    const auto extend = [&](std::vector<Run> &runs, bool ascending) {
        if (!runs.empty() && runs.back().ascending == ascending
            && runs.back().first + runs.back().count == position) {
            ++runs.back().count;
            (ascending ? runs.back().highest : runs.back().lowest) = id;
            return;
        }
        runs.push_back({ position, 1, ascending, id, id });
    };
    if (empty()) {
        m_highest = id;
        m_lowest = id;
        // The newest page comes first and goes downwards.
        extend(m_older, false);
    } else if (id > m_highest) {
        m_highest = id;
        extend(m_newer, true);
    } else if (id < m_lowest) {
        m_lowest = id;
        extend(m_older, false);
    } else {
        m_odd.emplace(id, position);
    }
}

std::vector<IdOrder::Run> IdOrder::newestFirst() const
{
    std::vector<Run> runs(m_newer.rbegin(), m_newer.rend());
    runs.insert(runs.end(), m_older.begin(), m_older.end());
    return runs;
}

const IdOrder::Run *IdOrder::runOf(qint64 id) const
{
    const auto newer = std::partition_point(m_newer.begin(), m_newer.end(),
                                            [id](const Run &run) { return run.highest < id; });
    if (newer != m_newer.end() && newer->lowest <= id)
        return &*newer;
    const auto older = std::partition_point(m_older.begin(), m_older.end(),
                                            [id](const Run &run) { return run.lowest > id; });
    if (older != m_older.end() && older->highest >= id)
        return &*older;
    return nullptr;
}

} // namespace models
