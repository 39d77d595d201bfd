// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/momentcolumn.h"

#include <algorithm>
#include <limits>

namespace models {

MomentColumn MomentColumn::packed(quint32 rows) const
{
    if (m_offsets || rows == 0)
        return *this;
    const qint64 *const begin = m_whole.get();
    const auto [earliest, latest] = std::minmax_element(begin, begin + rows);
    // As numbers without a sign: the span of any two moments fits.
    const auto base = static_cast<quint64>(*earliest);
    if (static_cast<quint64>(*latest) - base > std::numeric_limits<quint32>::max())
        return *this;
    MomentColumn column;
    column.m_base = *earliest;
    column.m_offsets.reset(new quint32[rows]);
    std::transform(begin, begin + rows, column.m_offsets.get(), [base](qint64 moment) {
        return static_cast<quint32>(static_cast<quint64>(moment) - base);
    });
    return column;
}

} // namespace models
