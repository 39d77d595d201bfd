// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/status.h"
#include "models/index/segment.h"

#include <vector>

namespace models {

/// Rows of one segment for counting, those that are open apart: so one pass over each part counts
/// both. For one thread at a time.
class OpenRows final
{
public:
    OpenRows() : m_open(Segment::capacity), m_other(Segment::capacity) { }

    void clear() { m_openSize = m_otherSize = 0; }
    void add(const quint8 *statuses, quint32 row)
    {
        // Both are written and one is kept, which is faster than to ask.
        const bool open = statuses[row] == static_cast<quint8>(Status::Open);
        m_open[m_openSize] = static_cast<quint16>(row);
        m_other[m_otherSize] = static_cast<quint16>(row);
        m_openSize += open ? 1U : 0U;
        m_otherSize += open ? 0U : 1U;
    }
    std::size_t size() const { return std::size_t { m_openSize } + m_otherSize; }
    quint32 openSize() const { return m_openSize; }
    template<typename Code> void count(const Code *codes, quint32 *open, quint32 *other) const
    {
        for (quint32 i = 0; i < m_openSize; ++i)
            ++open[codes[m_open[i]]];
        for (quint32 i = 0; i < m_otherSize; ++i)
            ++other[codes[m_other[i]]];
    }
    void each(auto visit) const
    {
        for (quint32 i = 0; i < m_openSize; ++i)
            visit(m_open[i], true);
        for (quint32 i = 0; i < m_otherSize; ++i)
            visit(m_other[i], false);
    }

private:
    std::vector<quint16> m_open;
    std::vector<quint16> m_other;
    quint32 m_openSize = 0;
    quint32 m_otherSize = 0;
};

} // namespace models
