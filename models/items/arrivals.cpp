// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/arrivals.h"

#include "models/index/eventindex.h"
#include "models/index/eventquery.h"

#include <algorithm>

namespace models {

Arrivals arrivalsSince(const EventQuery &query, qint64 after)
{
    constexpr quint32 mostLookedAt = 8192;
    const EventIndex &index = query.index();
    Arrivals arrivals;
    arrivals.newest = index.newestId();
    if (arrivals.newest <= after)
        return arrivals;
    const quint32 rows = index.rows();
    for (quint32 at = rows - std::min(rows, mostLookedAt); at < rows; ++at) {
        if (index.id(at) <= after || query.rowOf(at) < 0)
            continue;
        ++arrivals.rows;
        arrivals.urgent += index.severity(at) == Severity::Urgent ? 1 : 0;
    }
    return arrivals;
}

} // namespace models
