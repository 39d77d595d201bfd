// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"

#include <QByteArray>
#include <QFlags>
#include <QList>
#include <QMetaType>
#include <QString>

#include <chrono>
#include <optional>

namespace models {

/// What became of a request as a whole.
enum class DeliveryResult : quint8 {
    Accepted = 1, ///< at least one new event, nothing refused
    Repeated = 2, ///< only events that were there already
    Partly = 4, ///< events were stored, other parts of the body were refused
    Refused = 8, ///< nothing was stored
};
Q_DECLARE_FLAGS(DeliveryResults, DeliveryResult)
Q_DECLARE_OPERATORS_FOR_FLAGS(DeliveryResults)

/// One request as it is on record, or several alike in a row (storms are folded).
struct DeliveryRecord
{
    qint64 id = 0;
    Instant received; ///< of the last of those it stands for
    QString peer;
    QString path;
    int status = 200; ///< HTTP status of the answer
    QString cause; ///< why it, or its first bad part, was refused; plain text, no secret
    qint64 size = 0; ///< bytes of body as far as known
    int events = 0; ///< new ones
    int repeated = 0;
    int refused = 0; ///< parts of the body that were no events
    int count = 1; ///< requests it stands for
    std::optional<std::chrono::microseconds> took; ///< from whole request to durable or refused
    bool imported = false; ///< read from a file, not from a peer
    bool operator==(const DeliveryRecord &) const = default;

    DeliveryResult result() const
    {
        if (events == 0 && repeated == 0)
            return DeliveryResult::Refused;
        if (refused > 0)
            return DeliveryResult::Partly;
        return events > 0 ? DeliveryResult::Accepted : DeliveryResult::Repeated;
    }
};

/// A part of an authenticated body that was no event; its bytes are kept.
struct RefusedPartRecord
{
    int position = 0; ///< in the body, from 0; names the part within its delivery
    QString reason;
    QByteArray bytes; ///< at most DeliveryDetail::mostBytes of them
    qint64 size = 0; ///< bytes in all
    qint64 acceptedAs = 0; ///< id of the event that was made of it by hand; 0: none yet
    bool operator==(const RefusedPartRecord &) const = default;
};

/// A request with all that is kept of it.
struct DeliveryDetail
{
    static constexpr qsizetype mostBytes = 256 * 1024; ///< shown of one body
    static constexpr qsizetype mostEvents = 1000; ///< listed

    DeliveryRecord record;
    QByteArray head; ///< request line and headers, secrets masked; empty where not kept
    QList<qint64> events; ///< ids of new events, oldest first, at most mostEvents
    QByteArray body; ///< body of the first event, at most mostBytes; empty where none was stored
    QList<RefusedPartRecord> parts;
};

/// Which requests are asked for.
struct DeliveryFilter
{
    QString text; ///< within peer, path or cause, without case; empty: any
    DeliveryResults results; ///< none set: any
    QString peer; ///< exactly; empty: any
    QString cause; ///< exactly; empty: any
    bool operator==(const DeliveryFilter &) const = default;
};

/// How many there are of a value.
struct DeliveryCount
{
    QString value;
    qint64 count = 0; ///< requests, folded ones counted
    bool operator==(const DeliveryCount &) const = default;
};

/// Totals under a filter; each facet counts under the others' choices.
struct DeliveryCounts
{
    qint64 total = 0; ///< records under the filter
    qint64 requests = 0; ///< requests they stand for
    QList<std::pair<DeliveryResult, qint64>> results; ///< all four, in order of the enum
    QList<DeliveryCount> peers; ///< most frequent first, at most 100
    QList<DeliveryCount> causes; ///< the same
};

} // namespace models

Q_DECLARE_METATYPE(models::DeliveryDetail)
Q_DECLARE_METATYPE(models::DeliveryCounts)
Q_DECLARE_METATYPE(QList<models::DeliveryRecord>)
