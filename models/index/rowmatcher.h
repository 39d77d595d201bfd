// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/rowtests.h"

namespace models {

/// A filter made ready to judge rows of a snapshot, column by column. Each different text is
/// judged once in the matcher's life. Keep one per thread; snapshots of one index only.
class RowMatcher final
{
public:
    /// Bit f of a mask (f < facetCount): the row fails a selection on facet f. This bit: it
    /// fails something else. 0: the row is shown.
    static constexpr quint8 otherBit = 1 << facetCount;
    static constexpr quint8 facetBit(std::size_t facet) { return static_cast<quint8>(1U << facet); }

    /// Ages are counted back from `now`; `others` tests what the columns cannot.
    RowMatcher(const Filter &filter, Instant now, const OtherTests &others = {});

    /// Writes one mask a row for rows [first, first + count) of the snapshot.
    void judge(const IndexSnapshot &snapshot, quint32 first, quint32 count, quint8 *masks);

    /// All bits that a mask can have.
    quint8 bits() const;

private:
    struct Clause
    {
        std::unique_ptr<RowTest> test;
        quint8 bit = 0;
    };
    std::vector<Clause> m_clauses;
    std::vector<quint8> m_scratch;
};

} // namespace models
