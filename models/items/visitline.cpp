// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/visitline.h"

#include "models/index/eventindex.h"
#include "models/index/eventquery.h"

#include <algorithm>

namespace models {

namespace {

/// The last id of a run that came until then; the first one did.
qint64 lastOfRun(const EventIndex &index, const IdOrder::Run &run, Instant visit)
{
    const auto at = [&run](quint32 step) { // by ascending ids
        return run.ascending ? run.first + step : run.first + run.count - 1 - step;
    };
    quint32 low = 1;
    quint32 high = run.count;
    while (low < high) {
        const quint32 middle = low + (high - low) / 2;
        if (index.received(at(middle)) <= visit)
            low = middle + 1;
        else
            high = middle;
    }
    return index.id(at(low - 1));
}

} // namespace

qint64 lastIdUntil(const EventIndex &index, Instant visit)
{
    const IdOrder order = index.snapshot().order;
    for (const IdOrder::Run &run : order.newestFirst()) {
        const quint32 oldest = run.ascending ? run.first : run.first + run.count - 1;
        if (index.received(oldest) <= visit)
            return lastOfRun(index, run, visit);
    }
    return 0;
}

void VisitLine::setVisit(const std::optional<Instant> &visit)
{
    m_visit = visit;
    m_lastId = 0;
}

int VisitLine::row() const
{
    if (!m_visit || m_query.shownOrder() != Order {} || m_query.rows().empty())
        return -1;
    const EventIndex &index = m_query.index();
    if (m_lastId == 0)
        m_lastId = lastIdUntil(index, *m_visit);
    if (m_lastId == 0)
        return -1;
    const std::vector<quint32> &rows = m_query.rows();
    const auto before = std::partition_point(
            rows.begin(), rows.end(),
            [&index, last = m_lastId](quint32 position) { return index.id(position) > last; });
    return before == rows.begin() || before == rows.end() ? -1 : int(before - rows.begin());
}

} // namespace models
