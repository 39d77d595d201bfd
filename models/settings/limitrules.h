// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/settings/settings.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace models {

/// One number of ReceiverLimits.
enum class Limit : quint8 {
    Body,
    BodiesInFlight,
    Head,
    Headers,
    Depth,
    Connections,
    ConnectionsPerPeer,
    HeadTime,
    BodyTime,
    IdleTime,
    FailedCredentials,
    BanTime
};

/// The sensible range of a limit, both ends in it, in its grain: bytes, pieces or milliseconds.
struct LimitRange
{
    Limit limit = Limit::Body;
    qint64 lowest = 0;
    qint64 highest = 0;
    qint64 unit = 1; ///< what a person counts it in: 1024 for KiB, 1000 for seconds
};

/// Every limit with its range, in the order a person reads them. Any thread.
const QList<LimitRange> &limitRanges();

/// What the limit is called, as a noun phrase. Pure.
QString limitName(Limit limit);

/// A value with its unit: "64 KiB", "10 s", "100". Pure.
QString limitText(const LimitRange &range, qint64 value);

/// The value in the grain of LimitRange.
qint64 limitValue(const ReceiverLimits &limits, Limit limit);
/// Sets it; `value` is cut to what its type can hold, not to the range.
void setLimitValue(ReceiverLimits &limits, Limit limit, qint64 value);

/// What is wrong with limits, a sentence each; empty: nothing. Pure.
QStringList limitProblems(const ReceiverLimits &limits);

} // namespace models
