// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/decoder.h"

#include <QByteArray>
#include <QList>
#include <QMetaType>
#include <QString>

#include <chrono>

namespace models {

/// Names a waiting request by numbers, never by pointer: whoever hung up is simply not found.
/// Connection numbers are unique within the process.
struct Ticket
{
    quint64 connection = 0;
    quint64 request = 0;
    bool operator==(const Ticket &) const = default;
};

/// An authenticated request on its way to the store. Also one whose body held no event at all:
/// it is refused only when its bytes are on disk, so nothing that carried the right secret is lost.
struct Delivery
{
    Ticket ticket;
    Instant received;
    /// When the whole request was there, by the steady clock; of what no peer waits for: the epoch.
    std::chrono::steady_clock::time_point began;
    QString peer; ///< numeric address of the sender
    QString path; ///< route without secrets ("/webhook", "/hook/…")
    QByteArray head; ///< request line and headers, secrets masked
    bool imported = false; ///< read from a file, not from a peer
    DecodedBody decoded;
    /// What the sender is told once it is on disk; not 200 exactly where no part is an event.
    int status = 200;
    int code = 0; ///< reply code beside that status
};

/// A request that was not accepted, for the record (never answered by the store).
struct Refusal
{
    Instant received;
    QString peer;
    QString path;
    int status = 0; ///< HTTP status of the answer
    QString cause; ///< in words; names no secret
    qint64 size = 0; ///< bytes of the body as far as known
    QByteArray head; ///< request line and headers as far as known, secrets masked
    std::chrono::microseconds took { 0 }; ///< from the first byte of the request to the answer
    int count = 1; ///< how many like it this record stands for (storms are folded)
};

/// What became of a delivery: sent after the commit, or with a failure when it did not happen.
struct Receipt
{
    Ticket ticket;
    int stored = 0; ///< events that are new
    int repeated = 0; ///< events that were there already and have been counted
    int refused = 0; ///< parts of the body that were no events
    QString firstReason; ///< why the first of those was refused
    int status = 200; ///< as in the delivery
    int code = 0; ///< as in the delivery
    QString failure; ///< empty: durable. Else: why nothing of it was stored
};

} // namespace models

Q_DECLARE_METATYPE(models::Receipt)
