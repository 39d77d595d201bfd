// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/indexsnapshot.h"

#include <atomic>

namespace models {

class RowMatcher;

/// Counts the values of all facets in a snapshot, each under the filter without the facet's own
/// clauses. `masks` are those of RowMatcher::judge() for every row, `shown` the rows with mask 0
/// in ascending order. A facet that no other clause limits takes its totals; where most rows
/// pass, those that do not are counted and taken away from the totals. Gives up when
/// `cancelled` becomes true. Any thread.
FacetCounts countFacets(const IndexSnapshot &snapshot, const RowMatcher &matcher,
                        const std::vector<quint8> &masks, const std::vector<quint32> &shown,
                        const std::atomic_bool &cancelled);

/// Adds rows [first, first + masks.size()) to counts, with the masks of RowMatcher::judge().
void addFacets(const IndexSnapshot &snapshot, quint32 first, const std::vector<quint8> &masks,
               FacetCounts &counts);

} // namespace models
