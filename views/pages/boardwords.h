// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/boards/boardkeeper.h"
#include "models/items/boardquery.h"
#include "views/widgets/emptystate.h"

namespace views {

/// What stands in the place of a board while its events are read, or cannot be. `title` says what
/// is being worked out. Translated; GUI thread.
EmptyState::Content boardNotKnown(const models::BoardKeeper &keeper, const QString &title);

/// What stands in its place when nothing matches: the filter in words, and the way out.
EmptyState::Content noEntryMatches(const models::BoardQuery &query, const QString &title,
                                   const QString &showAll);

/// A count with since when anything is known: "12 assets · Seen since 3 Mar 2026".
QString countSince(const QString &count, const std::optional<models::Instant> &seenSince);

} // namespace views
