// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/dictionary.h"
#include "models/index/facettally.h"
#include "models/index/idorder.h"
#include "models/index/idset.h"
#include "models/index/segment.h"
#include "models/index/standings.h"

#include <vector>

namespace models {

/// The index as it was at one moment. Cheap to copy; readable on any thread without a lock
/// while rows are appended.
struct IndexSnapshot
{
    std::vector<SegmentView> segments; ///< all full but the last
    quint32 rows = 0;
    DictionaryView terms;
    IdOrder order;
    FacetCounts totals;
    std::vector<std::shared_ptr<const FacetNumbers>> numbers; ///< one a segment
    IdSet read; ///< ids of the events that were read
    std::shared_ptr<const Standings> standings; ///< what the team decided; null: nothing

    const Segment &segmentOf(quint32 position) const
    {
        return *segments[position / Segment::capacity].segment;
    }
    TermId term(TermColumn column, quint32 position) const
    {
        return segmentOf(position).term(column, position % Segment::capacity);
    }
    /// Where an event stands; nothing where it was not loaded.
    std::optional<quint32> positionOf(qint64 id) const
    {
        return order.positionOf(id, [this](quint32 position) -> qint64 {
            return segmentOf(position).ids[position % Segment::capacity];
        });
    }
};

} // namespace models
