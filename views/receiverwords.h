// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/receiverstate.h"

#include <QString>

namespace views {

/// What the receiver does, for the status bar: what it listens on, or why not and what to do;
/// when the last event came; what was received and repeated since the start. One line
/// of plain text. Pure.
QString receiverWords(const models::ReceiverState &state, const models::ReceiverCounters &counters,
                      models::Instant now);

/// "3 refused (show)", for the link beside it; empty where none was. Pure.
QString refusedWords(const models::ReceiverCounters &counters);

/// A span up to `now`: "just now", "12 s ago", "5 min ago", "3 h ago", "2 days ago". A moment in
/// the future (the clock was set) is "just now". Pure.
QString agoWords(models::Instant then, models::Instant now);

} // namespace views
