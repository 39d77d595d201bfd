// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <vector>

namespace models {

/// The bins of a time axis: steps of the calendar and the clock in local time, so a day may last
/// 23 hours and a month 28 days. All times are milliseconds since the epoch.
struct TimeBins
{
    enum class Unit : quint8 { Minute, Hour, Day, Week, Month, Year };
    Unit unit = Unit::Day;
    int step = 1; ///< a bin is so many units
    std::vector<qint64> edges; ///< ascending; bin i is [edges[i], edges[i + 1])

    int count() const { return edges.empty() ? 0 : static_cast<int>(edges.size()) - 1; }
    /// The bin that holds a moment; the nearest one for what is before or after all. -1: no bins.
    int binAt(qint64 moment) const;
    bool operator==(const TimeBins &) const = default;
};

/// The finest bins of a nice step, from a minute to centuries, of which at most `most` (at least
/// 4) cover everything from `first` to `last`. Times out of the years 1 to 9999 are cut off there.
/// Any thread.
TimeBins timeBins(qint64 first, qint64 last, int most);

} // namespace models
