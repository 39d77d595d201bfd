// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/timebound.h"

namespace models {

/// A stretch of time, in milliseconds since the epoch; `last` belongs to it.
struct TimeSpan
{
    qint64 first = 0;
    qint64 last = 0;
    qint64 length() const { return last - first + 1; }
    bool operator==(const TimeSpan &) const = default;
};

/// Which part of `all` a time axis shows around what is selected; nothing: all of it. It stays as
/// it was (`before`) while the selection is a good part of it with room at both sides, so that the
/// bars seldom move; else the selection becomes the middle third. Pure.
std::optional<TimeSpan> viewAround(const std::optional<TimeSpan> &before, TimeSpan all,
                                   const std::optional<TimeRange> &selected);

} // namespace models
