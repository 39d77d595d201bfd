// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <memory>

namespace models {

/// Moments of the rows of a segment, in milliseconds since the epoch. While the segment is open,
/// eight bytes each; a packed copy has four where all lie within 49 days. A value that shares its
/// rows with its copies; rows that were written before a copy was handed over may be read on any
/// thread.
class MomentColumn final
{
public:
    MomentColumn() = default;
    /// Eight bytes a row, none of them written.
    explicit MomentColumn(quint32 capacity) : m_whole(new qint64[capacity]) { }

    void set(quint32 row, qint64 moment) { m_whole[row] = moment; } ///< not on a packed copy
    qint64 operator[](quint32 row) const
    {
        return m_offsets ? m_base + static_cast<qint64>(m_offsets[row]) : m_whole[row];
    }

    /// Calls `visit` with something that gives the moment of a row by (row); for loops.
    template<typename Visit> decltype(auto) visit(Visit visit) const
    {
        if (const quint32 *const offsets = m_offsets.get()) {
            return visit([offsets, base = m_base](quint32 row) {
                return base + static_cast<qint64>(offsets[row]);
            });
        }
        return visit([whole = m_whole.get()](quint32 row) { return whole[row]; });
    }

    /// The first `rows` with four bytes each where their span allows; else the same column.
    MomentColumn packed(quint32 rows) const;

private:
    std::shared_ptr<qint64[]> m_whole;
    std::shared_ptr<quint32[]> m_offsets; ///< from `m_base`, instead of `m_whole`
    qint64 m_base = 0;
};

} // namespace models
