// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <memory>

namespace models {

/// The codes of one column of a segment, one a row. While the segment is open, two bytes each; a
/// packed copy has one where all of them fit. A value that shares its rows with its copies; rows
/// that were written before a copy was handed over may be read on any thread.
class CodeColumn final
{
public:
    CodeColumn() = default;
    /// Two bytes a row, none of them written.
    explicit CodeColumn(quint32 capacity) : m_wide(new quint16[capacity]) { }

    void set(quint32 row, quint16 code) { m_wide[row] = code; } ///< not on a packed copy
    quint32 operator[](quint32 row) const { return m_narrow ? m_narrow[row] : m_wide[row]; }

    /// Calls `visit` with a pointer to the first code, of whichever width; for loops.
    template<typename Visit> decltype(auto) visit(Visit visit) const
    {
        const quint8 *const narrow = m_narrow.get();
        const quint16 *const wide = m_wide.get();
        return narrow != nullptr ? visit(narrow) : visit(wide);
    }

    /// The first `rows` with one byte each where there are no more than 256 different codes, from
    /// 0 on without a gap; else the same column.
    CodeColumn packed(quint32 rows, quint32 distinct) const;

private:
    std::shared_ptr<quint16[]> m_wide;
    std::shared_ptr<quint8[]> m_narrow; ///< instead of `m_wide`
};

} // namespace models
