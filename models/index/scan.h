// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/eventquery.h"
#include "models/index/indexsnapshot.h"
#include "models/index/ranks.h"
#include "models/index/rowmatcher.h"

#include <atomic>

namespace models {

/// Filter and order applied to a snapshot.
struct ScanResult
{
    std::vector<quint32> rows; ///< positions in display order
    /// By facet: how often each value occurs under the filter without this facet's selection.
    FacetCounts matching;
};

/// Reads every row of a snapshot. Pure but for what `matcher` and `ranks` remember of texts; any
/// thread. Gives up when `cancelled` becomes true; the result is then of no use. `helper` as for
/// judgeAll().
ScanResult scan(const IndexSnapshot &snapshot, RowMatcher &matcher, const Order &order,
                Ranks &ranks, const std::atomic_bool &cancelled, RowMatcher *helper = nullptr);

} // namespace models
