// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"

#include <QMetaType>
#include <QString>

#include <optional>

namespace models {

/// What the receiver is doing, in true words.
struct ReceiverState
{
    enum class Phase : quint8 { Stopped, Starting, Listening, Failed };
    Phase phase = Phase::Stopped;
    QString url; ///< the webhook's address with the real port; empty unless Listening
    QString reason; ///< why it does not listen, where Failed or Stopped for a reason
    bool operator==(const ReceiverState &) const = default;
};

/// Counts since the program started.
struct ReceiverCounters
{
    quint64 accepted = 0; ///< deliveries acknowledged as stored
    quint64 events = 0; ///< events in them that were new
    quint64 repeated = 0; ///< events in them that were there already
    quint64 refused = 0; ///< requests answered with an error
    std::optional<Instant> lastAccepted;
    QString lastRefusal; ///< cause of the latest refusal
    bool operator==(const ReceiverCounters &) const = default;
};

} // namespace models

Q_DECLARE_METATYPE(models::ReceiverState)
Q_DECLARE_METATYPE(models::ReceiverCounters)
