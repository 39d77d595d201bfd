// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/standings.h"

#include <algorithm>
#include <array>

namespace models {

Standings::Rows Standings::rowsOf(std::size_t number, const SegmentView &view) const
{
    static const Rows none = std::make_shared<const std::vector<StandingRow>>();
    if (m_subjects.isEmpty())
        return none;
    Part part;
    {
        const std::lock_guard lock(m_mutex);
        if (number < m_parts.size())
            part = m_parts[number];
    }
    if (!part.found)
        part.found = none;
    if (part.rows >= view.rows)
        return part.found;
    // Whoever else looks at it meanwhile finds the same.
    std::vector<StandingRow> added;
    find(view, part.rows, added);
    part.rows = view.rows;
    if (!added.empty()) {
        auto all = std::make_shared<std::vector<StandingRow>>(*part.found);
        all->insert(all->end(), added.begin(), added.end());
        part.found = std::move(all);
    }
    const std::lock_guard lock(m_mutex);
    if (m_parts.size() <= number)
        m_parts.resize(number + 1);
    if (m_parts[number].rows < part.rows)
        m_parts[number] = part;
    return part.found;
}

void Standings::find(const SegmentView &view, quint32 from, std::vector<StandingRow> &found) const
{
    const Segment &segment = *view.segment;
    const Segment::Codes &column = segment.column(TermColumn::Subject);
    const auto add = [&](quint32 row, Standing standing) {
        if (standing != Standing::New) {
            const bool open = segment.statuses[row] == static_cast<quint8>(Status::Open);
            found.push_back({ static_cast<quint16>(row), standing, open });
        }
    };
    const quint32 distinct = view.distinct[static_cast<std::size_t>(TermColumn::Subject)];
    if (view.rows - from < distinct / 4) { // a table would cost more than it spares
        for (quint32 row = from; row < view.rows; ++row)
            add(row, of(column.terms[column.codes[row]]));
        return;
    }
    std::vector<Standing> table(distinct);
    bool any = false;
    for (quint32 code = 0; code < distinct; ++code) {
        table[code] = of(column.terms[code]);
        any = any || table[code] != Standing::New;
    }
    if (!any)
        return;
    column.codes.visit([&](const auto *codes) {
        for (quint32 row = from; row < view.rows; ++row)
            add(row, table[codes[row]]);
    });
}

} // namespace models
