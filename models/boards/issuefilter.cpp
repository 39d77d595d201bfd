// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/boards/issuefilter.h"

namespace models {

SmallSet classesOf(const Issue &issue, const TriageJudgement &judgement,
                   const OverduePolicy &policy, Instant now)
{
    SmallSet classes;
    if (issue.phase == IssuePhase::Unknown)
        classes.set(IssueClass::Unknown);
    else if (issue.isFixed())
        classes.set(IssueClass::Fixed);
    else if (issue.isAccepted())
        classes.set(IssueClass::Accepted);
    else if (!issue.isOpen())
        classes.set(IssueClass::ClosedOtherwise);
    else
        classes.set(IssueClass::Open);
    classes.set(IssueClass::Overdue, policy.isOverdue(issue, now));
    classes.set(IssueClass::BackAgain, issue.isOpen() && issue.isRegression());
    classes.set(IssueClass::Conflict, judgement.isConflict());
    return classes;
}

} // namespace models
