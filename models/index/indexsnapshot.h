// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/dictionary.h"
#include "models/index/filter.h"
#include "models/index/idorder.h"
#include "models/index/idset.h"
#include "models/index/segment.h"

#include <QHash>

#include <array>
#include <vector>

namespace models {

/// How often each value of a facet occurs: by TermId; severity and status by their numbers.
using FacetCounts = std::array<QHash<quint32, quint32>, facetCount>;

/// The index as it was at one moment. Cheap to copy; readable on any thread without a lock
/// while rows are appended.
struct IndexSnapshot
{
    std::vector<SegmentView> segments; ///< all full but the last
    quint32 rows = 0;
    DictionaryView terms;
    IdOrder order;
    FacetCounts totals;
    IdSet read; ///< ids of the events that were read

    const Segment &segmentOf(quint32 position) const
    {
        return *segments[position / Segment::capacity].segment;
    }
    TermId term(TermColumn column, quint32 position) const
    {
        return segmentOf(position).term(column, position % Segment::capacity);
    }
};

/// The text column that a facet counts; nothing for severity and status, which count levels.
std::optional<TermColumn> facetColumn(Field facet);

} // namespace models
