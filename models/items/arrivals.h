// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace models {

class EventQuery;

/// What came since some event. A value.
struct Arrivals
{
    qint64 newest = 0; ///< id of the newest event, shown or not
    int rows = 0; ///< shown events that came
    int urgent = 0; ///< of these
};

/// The shown events with an id above `after`, looked for among the 8,192 that came last. GUI
/// thread.
Arrivals arrivalsSince(const EventQuery &query, qint64 after);

} // namespace models
