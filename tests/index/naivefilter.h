// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/eventindex.h"
#include "models/index/eventquery.h"
#include "models/index/filter.h"

namespace tests {

/// The word of what the team decided about the subject of a row.
QString naiveStanding(const models::EventIndex &index, quint32 row);

/// The filter language once more, row by row and without any of the index's machinery.
bool naivePasses(const models::EventIndex &index, quint32 row, const models::FilterNode &node,
                 models::Instant now);

/// Positions of all rows that pass, in display order.
std::vector<quint32> naiveRows(const models::EventIndex &index, const models::Filter &filter,
                               models::Order order, models::Instant now);

} // namespace tests
