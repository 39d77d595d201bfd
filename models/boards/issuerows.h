// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/boards/issueboard.h"
#include "models/boards/overduepolicy.h"
#include "models/boards/triageboard.h"
#include "models/index/indexsnapshot.h"

#include <atomic>

namespace models {

/// What is asked of an issue besides its row. All that is referred to must outlive it.
struct IssueBasis
{
    const IssueBoard &board;
    const TriageBoard &triage;
    OverduePolicy policy;
    Instant now;

    /// The team's state of the issue at a place.
    TriageJudgement judgementOf(quint32 place) const;
};

/// All that issues are judged by, as it was at a moment, to be taken to another thread: copies
/// share memory with what they were copied from. A value.
struct IssuePicture
{
    IssueBoard board;
    TriageBoard triage;
    IndexSnapshot events; ///< the texts, and the events that the board was folded from
    OverduePolicy policy;
    Instant now;

    IssueBasis basis() const { return { board, triage, policy, now }; }
};

/// An issue in its current state as a row like those of events, so that the filter language means
/// the same of both: what the board knows of it, and of its newest event what the board does not
/// keep (type, product, description, where the asset runs and how it was found). The time is that
/// of the newest event. The id is not set, nobody acts. Pure; any thread.
EventRow issueRow(const Issue &issue, const EventRow &newest);

/// Issues of the board as rows, the place + 1 for an id, with the texts of the events: all, or
/// those at some places in their order. Some 35 bytes an issue. Any thread; gives up when
/// `cancelled` becomes true, the result is then of no use.
IndexSnapshot issueRows(const IssueBoard &board, const IndexSnapshot &events,
                        const std::atomic_bool &cancelled);
IndexSnapshot issueRows(const IssueBoard &board, const IndexSnapshot &events,
                        const std::vector<quint32> &places);

} // namespace models
