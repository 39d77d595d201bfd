// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/eventquery.h"
#include "models/index/indexsnapshot.h"

namespace models {

/// The values of a facet for people to choose from: all that occur in the index, most matching
/// first, and those that are selected without occurring, so that they can be taken back.
/// `selected` as Filter::values() returns it. GUI thread.
std::vector<FacetValue> facetValues(const EventIndex &index, Field field,
                                    const FacetCounts &matching, const QStringList &selected);

} // namespace models
