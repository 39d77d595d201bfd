// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/timerangedrag.h"

#include <algorithm>

namespace views {

void TimeRangeDrag::begin(int bin)
{
    m_mode = Mode::New;
    m_anchor = bin;
    m_range = {};
}

void TimeRangeDrag::take(Edge edge, const OpenRange &range)
{
    m_mode = Mode::Edge;
    m_edge = edge;
    m_before = range;
    m_range = range;
}

void TimeRangeDrag::moveTo(int at, const models::TimeBins &bins)
{
    if (m_mode == Mode::None || bins.count() == 0)
        return;
    if (m_mode == Mode::New) {
        const int last = bins.count() - 1;
        const int first = std::clamp(std::min(m_anchor, at), 0, last);
        const int end = std::clamp(std::max(m_anchor, at), 0, last) + 1;
        m_range = { bins.edges[size_t(first)], bins.edges[size_t(end)] };
        return;
    }
    const qint64 moved = bins.edges[size_t(std::clamp(at, 0, bins.count()))];
    m_range = m_before;
    (m_edge == Edge::First ? m_range.first : m_range.end) = moved;
    // Over the other edge: that one is now the first or the last.
    if (m_range.first && m_range.end && *m_range.first > *m_range.end)
        std::swap(m_range.first, m_range.end);
    if (m_range.first && m_range.end && *m_range.first == *m_range.end)
        m_range = m_before; // nothing in it
}

} // namespace views
