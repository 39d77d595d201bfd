// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/boards/issueboard.h"
#include "models/boards/overduepolicy.h"
#include "models/boards/triageboard.h"
#include "models/index/filter.h"

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

    /// The team's state of the issue at a place.
    TriageJudgement judgementOf(quint32 place) const;
};

/// An issue in its current state as a row like those of events, so that the filter language means
/// the same of both: what the board knows of it, and of its newest event what the board does not
/// keep (type, product, description, where the asset runs and how it was found). The time is that
/// of the newest event. The id is not set, nobody acts. Pure; any thread.
EventRow issueRow(const Issue &issue, const EventRow &newest);

/// The places of the issues that pass an expression about issues (FilterScope::Issues), ascending.
/// Pure; on the thread of the index. Makes a row of each issue of the board first.
std::vector<quint32> matchingIssues(const Filter &filter, const IssueGround &ground);

} // namespace models
