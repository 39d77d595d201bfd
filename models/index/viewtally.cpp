// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/viewtally.h"

#include "models/index/filterwords.h"

#include <algorithm>
#include <array>

namespace models {

namespace {
/// Small enough that what is known of the rows stays in the cache from filter to filter.
constexpr quint32 portion = 8192;
} // namespace

ViewTally::ViewTally(const std::vector<Filter> &filters, Instant now) : m_counts(filters.size())
{
    for (const Filter &filter : filters)
        m_matchers.push_back(std::make_unique<RowMatcher>(filter, now));
}

void ViewTally::add(const IndexSnapshot &snapshot, const std::atomic_bool &cancelled)
{
    std::array<quint8, portion> masks;
    std::array<quint8, portion> unread;
    std::array<quint8, portion> open;
    while (m_rows < snapshot.rows && !cancelled) {
        const SegmentView &segment = snapshot.segments[m_rows / Segment::capacity];
        const quint32 first = m_rows % Segment::capacity;
        const quint32 count = std::min(portion, segment.rows - first);
        for (quint32 i = 0; i < count; ++i) {
            unread[i] = snapshot.read.contains(segment.segment->ids[first + i]) ? 0 : 1;
            open[i] = isOpen(static_cast<Status>(segment.segment->statuses[first + i])) ? 1 : 0;
        }
        for (std::size_t filter = 0; filter < m_matchers.size(); ++filter) {
            m_matchers[filter]->judge(snapshot, m_rows, count, masks.data());
            quint32 unreadHits = 0;
            quint32 openHits = 0;
            for (quint32 i = 0; i < count; ++i) {
                const quint8 hit = masks[i] == 0 ? 1 : 0;
                unreadHits += hit & unread[i];
                openHits += hit & open[i];
            }
            m_counts[filter].unread += unreadHits;
            m_counts[filter].open += openHits;
        }
        m_rows += count;
    }
}

} // namespace models
