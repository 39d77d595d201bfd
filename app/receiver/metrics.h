// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/receiverstate.h"

#include <QByteArray>
#include <QMap>

namespace app {

/// What /metrics tells beside the counters.
struct Gauges
{
    int connections = 0;
    int resting = 0; ///< of those, idle for a while
    qint64 bodiesInFlight = 0; ///< bytes
    int bans = 0; ///< groups of peers shut out
    bool storeFailing = false; ///< the last attempt to store failed a moment ago
    QMap<int, quint64> refusedByStatus; ///< since the program started, by status of the answer
};

/// Counters and gauges in the Prometheus text format 0.0.4. Pure.
QByteArray metricsText(const models::ReceiverCounters &counters, const Gauges &gauges);

} // namespace app
