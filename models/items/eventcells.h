// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"
#include "models/items/eventcolumn.h"

namespace models {

class EventIndex;

/// The whole words of a cell, not yet fitted to a line. GUI thread.
QString eventCellText(const EventIndex &index, quint32 position, EventColumn column);
/// What is behind a cell: exact times, the portal's own word, the whole text. GUI thread.
QString eventCellToolTip(const EventIndex &index, quint32 position, EventColumn column);
/// A cell's value in the filter language; empty where it makes no filter. GUI thread.
QString eventCellFilterValue(const EventIndex &index, quint32 position, EventColumn column);

/// Time that has passed in its largest unit: "40 s", "12 min", "3 h", "9 d"; never negative.
QString ageText(Instant time, Instant now);

} // namespace models
