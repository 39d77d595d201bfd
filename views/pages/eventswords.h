// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/receiverstate.h"
#include "models/index/filter.h"
#include "models/index/waysout.h"
#include "views/widgets/emptystate.h"

namespace views {

/// What the events page says in the table's place, and the count beside the chips. All pure;
/// translated.

/// There is no event at all: what the receiver does, in large words, and the next step.
EmptyState::Content nothingReceived(const models::ReceiverState &state);
/// There are events, but the filter matches none: names its clauses, and offers what helps.
EmptyState::Content nothingMatches(const models::Filter &filter, qsizetype total,
                                   const std::vector<models::WayOut> &ways = {});
/// "Without severity>=high there are 1,204 events".
QString wayOutText(const models::WayOut &way);
/// Nothing found yet, but the store is still being searched; `progress` from 0 to 1.
EmptyState::Content searchingStore(double progress);
/// The store is being read; `done` events so far.
EmptyState::Content loadingEvents(qsizetype done);
/// The receiver does not listen, in one sentence with the reason.
QString receiverFailure(const models::ReceiverState &state);
/// "1,204 of 1,000,000 events", or "300 events" where nothing is filtered.
QString countText(qsizetype shown, qsizetype total, bool filtered);

} // namespace views
