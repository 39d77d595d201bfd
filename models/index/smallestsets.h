// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <bit>
#include <map>

namespace models {

/// Counts sets of small numbers, written as bits, but only the smallest of all that it is told of:
/// of the clauses that rows miss, those that keep most of them away. A value; one thread.
class SmallestSets final
{
public:
    void note(quint32 set)
    {
        const int size = std::popcount(set);
        if (size > m_size)
            return;
        if (size < m_size) {
            m_counts.clear();
            m_size = size;
        }
        ++m_counts[set];
    }
    /// How often each of them was noted; the empty set alone where that was.
    const std::map<quint32, qsizetype> &counts() const { return m_counts; }

private:
    std::map<quint32, qsizetype> m_counts;
    int m_size = 33;
};

} // namespace models
