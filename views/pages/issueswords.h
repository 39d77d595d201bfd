// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/boards/timeline.h"
#include "models/items/issuequery.h"
#include "models/items/issuevalues.h"
#include "views/widgets/emptystate.h"

namespace views {

/// What the page of issues says in the table's place. All pure; translated; GUI thread.
EmptyState::Content noIssues();
/// Issues there are, but none under the filter: its parts, and what is there without some of them.
/// The offers are those of waysOut().
EmptyState::Content noIssueMatches(const QList<models::IssueClause> &clauses,
                                   const models::IssueTally &tally);
/// Parts of the filter without which there are issues; none that leave nothing of it.
std::vector<models::IssueWay> waysOut(const QList<models::IssueClause> &clauses,
                                      const models::IssueTally &tally);
/// "Same rule: open on 14 other assets", for so many issues; empty for none.
QString sameRuleWords(const models::IssueRelations &relations);
/// "Same asset: 3 open issues", this one counted where it is open; empty where it is alone.
QString sameAssetWords(const models::IssueRelations &relations, bool isOpen);
/// "412 of 1,204 issues · Seen since 3 Mar 2026".
QString issueCount(int shown, int all, const std::optional<models::Instant> &seenSince);

} // namespace views
