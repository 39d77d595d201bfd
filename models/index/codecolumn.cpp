// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/codecolumn.h"

#include <algorithm>

namespace models {

CodeColumn CodeColumn::packed(quint32 rows, quint32 distinct) const
{
    constexpr quint32 mostNarrow = 256;
    if (m_narrow || distinct > mostNarrow)
        return *this;
    CodeColumn column;
    column.m_narrow.reset(new quint8[std::max(rows, 1U)]);
    std::transform(m_wide.get(), m_wide.get() + rows, column.m_narrow.get(),
                   [](quint16 code) { return static_cast<quint8>(code); });
    return column;
}

} // namespace models
