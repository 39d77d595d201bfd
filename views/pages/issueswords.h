// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/boards/issuefilter.h"
#include "views/widgets/emptystate.h"

namespace views {

/// What the page of issues says in the table's place. All pure; translated; GUI thread.
EmptyState::Content noIssues();
/// Issues there are, but none under the filter.
EmptyState::Content noIssueMatches(const models::IssueFilter &filter);
/// "Open on 14 other assets".
QString sameRuleWords(int assets);
/// "412 of 1,204 issues · Seen since 3 Mar 2026".
QString issueCount(int shown, int all, const std::optional<models::Instant> &seenSince);

} // namespace views
