// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"

#include <QList>

#include <optional>

namespace models {

/// One time that a receiver was on, as the store has it on record. A value.
struct UptimeRun
{
    /// How it ended. The numbers are stored; append only.
    enum class End : quint8 {
        Unknown = 0, ///< it goes on, or the program died
        Stopped = 1,
        Jumped = 2, ///< the clock jumped: the computer slept, or the clock was set
    };
    qint64 id = 0;
    Instant began;
    Instant alive; ///< the last sign of life, written about once a minute
    End end = End::Unknown;
    bool operator==(const UptimeRun &) const = default;
};

/// A time in which no receiver was on.
struct UptimeGap
{
    Instant from;
    Instant to; ///< now, where it is off still
    UptimeRun::End how = UptimeRun::End::Unknown; ///< how the run before it ended
    bool lasts = false; ///< it is off still
    bool operator==(const UptimeGap &) const = default;
};

/// What the record says of the time until now. A value.
struct Uptime
{
    std::optional<Instant> known; ///< before this nothing is on record; nothing: at all
    QList<UptimeGap> gaps; ///< ascending, each at least five seconds
};

/// The gaps between runs, in whatever order and however they overlap. Of the newest run that has
/// not ended it is assumed that it goes on until three signs of life are missing. Pure.
Uptime uptimeOf(QList<UptimeRun> runs, Instant now);

} // namespace models
