// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/boards/issuefilter.h"

namespace models {

namespace {

IssueClass acceptedClass(Closure closure)
{
    switch (closure) {
    case Closure::WontFix:
        return IssueClass::WontFix;
    case Closure::RiskAccepted:
        return IssueClass::RiskAccepted;
    case Closure::CompensatingControl:
        return IssueClass::CompensatingControl;
    case Closure::ByPolicy:
        return IssueClass::AcceptedByPolicy;
    case Closure::Fixed:
    case Closure::PartiallyFixed:
    case Closure::NotFound:
    case Closure::Other:
        break;
    }
    return IssueClass::ClosedOtherwise;
}

} // namespace

SmallSet classesOf(const Issue &issue, Closure closure, const TriageJudgement &judgement,
                   const OverduePolicy &policy, Instant now)
{
    SmallSet classes;
    if (issue.phase == IssuePhase::Unknown)
        classes.set(IssueClass::Unknown);
    else if (issue.isFixed())
        classes.set(IssueClass::Fixed);
    else if (issue.isAccepted())
        classes.set(acceptedClass(closure));
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
