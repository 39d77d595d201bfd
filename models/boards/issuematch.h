// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/boards/issuerows.h"

namespace models {

class EventIndex;

/// What issues are judged by. All that is referred to must outlive it.
struct IssueGround
{
    const IssueBoard &board;
    const TriageBoard &triage;
    const EventIndex &index; ///< the texts, and the events that the board was folded from
    OverduePolicy policy;
    Instant now;

    IssueBasis basis() const { return { board, triage, policy, now }; }
    /// The team's state of the issue at a place.
    TriageJudgement judgementOf(quint32 place) const { return basis().judgementOf(place); }
};

/// The places of the issues that pass an expression about issues (FilterScope::Issues), ascending.
/// Pure; on the thread of the index. Makes a row of each issue of the board first.
std::vector<quint32> matchingIssues(const Filter &filter, const IssueGround &ground);

} // namespace models
