// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/boards/overduepolicy.h"
#include "models/boards/triagestate.h"

#include <QString>

namespace models {

/// Words for people about issues. All pure; any thread; translated, in the system's language.

/// "3 days", "5 hours", "12 minutes", "45 seconds": the largest unit, rounded down. Negative spans
/// read as none.
QString spanWords(std::chrono::milliseconds span);
/// The date, with the year where it is another than that of `now`: "12 Mar", in the system's zone.
QString dayText(Instant day, Instant now);
/// "Open", "Closed", "Not known".
QString phaseText(IssuePhase phase);
/// "Fixed 12 Mar, back 3 Apr · third time"; empty where it is the first time. `fixes`:
/// IssueBoard::earlierFixes().
QString regressionText(const Issue &issue, const std::vector<Instant> &fixes, Instant now);
/// The team's state: "New", "Acknowledged", "Snoozed".
QString standingText(TriageJudgement::Standing standing);
/// What does not fit together: "Acknowledged here, closed by the portal since"; empty where
/// nothing is.
QString conflictText(const TriageJudgement &judgement);
/// "Overdue by 3 days", "Due in 2 days"; empty where there is no limit.
QString dueText(const Issue &issue, const OverduePolicy &policy, Instant now);
/// "Seen since 3 Mar 2026": what counts are to be read with, since the feed tells changes only.
QString seenSinceText(const std::optional<Instant> &seenSince);

} // namespace models
