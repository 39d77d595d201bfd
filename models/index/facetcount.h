// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/indexsnapshot.h"

namespace models {

/// Counts the values of facets in one segment after the other. `bits` are those that occur in
/// the masks: a facet that no other clause limits takes its totals instead of being counted.
/// Any thread; one at a time.
class FacetCounter final
{
public:
    FacetCounter(const IndexSnapshot &snapshot, quint8 bits);

    /// Adds the rows of a segment; `masks` has one for each of them, `shown` lists those with
    /// mask 0 by their positions in the index.
    void add(const SegmentView &segment, const quint8 *masks, const quint32 *shown,
             std::size_t shownCount);
    FacetCounts take() { return std::move(m_counts); }

private:
    template<typename Row>
    void count(std::size_t facet, const SegmentView &segment, const Row *rows, std::size_t size);

    quint8 m_bits;
    std::array<bool, facetCount> m_counted {};
    FacetCounts m_counts;
    std::vector<quint16> m_rows;
    std::vector<quint32> m_histogram;
};

} // namespace models
