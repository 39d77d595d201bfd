// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/metrics.h"

namespace app {

namespace {

void append(QByteArray &text, QByteArrayView name, QByteArrayView type, QByteArrayView help,
            const QByteArray &value)
{
    text.append("# HELP ").append(name).append(' ').append(help).append('\n');
    text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    text.append(name).append(' ').append(value).append('\n');
}

} // namespace

QByteArray metricsText(const models::ReceiverCounters &counters, const Gauges &gauges)
{
    QByteArray text;
    append(text, "watchfloor_deliveries_accepted_total", "counter",
           "Deliveries acknowledged as stored.", QByteArray::number(counters.accepted));
    append(text, "watchfloor_events_stored_total", "counter", "New events stored.",
           QByteArray::number(counters.events));
    append(text, "watchfloor_events_repeated_total", "counter",
           "Events that were stored before and have been counted.",
           QByteArray::number(counters.repeated));
    append(text, "watchfloor_requests_refused_total", "counter", "Requests answered with an error.",
           QByteArray::number(counters.refused));
    if (!gauges.refusedByStatus.isEmpty()) {
        constexpr QByteArrayView name = "watchfloor_requests_refused_by_status_total";
        text.append("# HELP ").append(name).append(
                " Requests answered with an error, by status.\n");
        text.append("# TYPE ").append(name).append(" counter\n");
        for (auto it = gauges.refusedByStatus.cbegin(); it != gauges.refusedByStatus.cend(); ++it) {
            text.append(name).append("{status=\"").append(QByteArray::number(it.key()));
            text.append("\"} ").append(QByteArray::number(it.value())).append('\n');
        }
    }
    append(text, "watchfloor_peers_shut_out", "gauge", "Peers shut out after failed credentials.",
           QByteArray::number(gauges.bans));
    append(text, "watchfloor_store_failing", "gauge",
           "1 if deliveries could not be stored a moment ago.", gauges.storeFailing ? "1" : "0");
    append(text, "watchfloor_connections", "gauge", "Open connections.",
           QByteArray::number(gauges.connections));
    append(text, "watchfloor_connections_resting", "gauge",
           "Of those, the ones that have been idle for a while.",
           QByteArray::number(gauges.resting));
    append(text, "watchfloor_bodies_in_flight_bytes", "gauge",
           "Bytes of request bodies not answered yet.", QByteArray::number(gauges.bodiesInFlight));
    if (counters.lastAccepted) {
        const qint64 ms = counters.lastAccepted->time_since_epoch().count();
        append(text, "watchfloor_last_accepted_timestamp_seconds", "gauge",
               "When a delivery was accepted last.", QByteArray::number(double(ms) / 1000, 'f', 3));
    }
    return text;
}

} // namespace app
