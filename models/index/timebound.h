// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"
#include "models/index/filter.h"

#include <limits>

namespace models {

/// A value of the fields age, time and received: a span before now, a number with h, d, m (30
/// days) or w ("12h", "7d"); a part of the calendar that goes along with the clock (today,
/// yesterday, thisweek from its Monday, thismonth, thisyear), not for ages; or a moment of ISO
/// 8601 with the grain in which it is written: a date, minutes, seconds or milliseconds. A moment
/// without "Z" or an offset is local time, as everything on the screen is.
struct TimeBound
{
    enum class Part : quint8 { None, Today, Yesterday, ThisWeek, ThisMonth, ThisYear };

    /// Means something else as time passes.
    bool moves() const { return relative || part != Part::None; }

    bool relative = false;
    Part part = Part::None; ///< begin and end are then told by the clock
    std::chrono::milliseconds span { 0 }; ///< relative: before now
    Instant begin; ///< else: from here …
    Instant end; ///< … to just before here
};

/// Reads such a value; nothing where it is none. Any thread.
std::optional<TimeBound> timeBound(QStringView value);

/// The milliseconds since the epoch, first and last included, that a clause lets through.
struct TimeRange
{
    qint64 first = std::numeric_limits<qint64>::min();
    qint64 last = std::numeric_limits<qint64>::max();
};

/// The range of the column that a clause on age, time or received asks for: `age>7d` is what
/// lies more than 7 days back, `time>7d` the moment 7 days back compared as a moment, so what
/// is newer; `time:7d` and `age:7d` the last 7 days; `time:2026-11-01` that day.
TimeRange timeRange(Field field, FilterNode::Relation relation, const TimeBound &bound,
                    Instant now);

} // namespace models
