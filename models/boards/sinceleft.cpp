// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/boards/sinceleft.h"

#include <algorithm>

namespace models {

namespace {

bool isOverdueSince(const OverduePolicy &policy, const Issue &issue, Instant from, Instant to)
{
    const std::optional<Instant> due = policy.dueAt(issue);
    return due && *due >= from && *due < to;
}

/// Puts an issue where it belongs, by what it was and is.
void place(SinceLeft &since, const OverduePolicy &policy, quint32 place,
           const std::optional<Issue> &before, const Issue &after, bool heard)
{
    const bool wasOpen = before && before->isOpen();
    if (after.isFixed() && wasOpen)
        since.resolved.push_back(place);
    else if (after.phase == IssuePhase::Closed && wasOpen)
        since.accepted.push_back(place);
    if (!after.isOpen())
        return;
    if (!before)
        since.fresh.push_back(place);
    else if (before->facts.severity < after.facts.severity)
        since.worse.push_back(place);
    if (before && after.timesReopened > before->timesReopened)
        since.reopened.push_back(place);
    if (isOverdueSince(policy, after, since.from, since.to))
        since.overdue.push_back(place);
    else if (!heard && policy.isOverdue(after, since.from))
        since.silent.push_back(place);
}

} // namespace

bool SinceLeft::isEmpty() const
{
    return fresh.empty() && worse.empty() && resolved.empty() && accepted.empty()
            && reopened.empty() && overdue.empty() && silent.empty();
}

SinceLeft sinceLeft(const IssueBoard &board, const OverduePolicy &policy, Instant from, Instant to)
{
    SinceLeft since;
    since.from = from;
    since.to = std::max(from, to);
    for (quint32 at = 0; at < board.size(); ++at) {
        const Instant last { std::chrono::milliseconds(board.lastSeen(at)) };
        if (last <= from) { // as it was, which most are
            const Issue issue = board.issue(at);
            place(since, policy, at, issue, issue, false);
            continue;
        }
        const std::optional<Issue> after =
                last <= since.to ? board.issue(at) : board.issueAsOf(at, since.to);
        if (!after)
            continue;
        const std::optional<Issue> before = board.issueAsOf(at, from);
        place(since, policy, at, before, *after, after->lastSeen > from);
    }
    for (std::vector<quint32> *list :
         { &since.fresh, &since.worse, &since.resolved, &since.accepted, &since.reopened,
           &since.overdue, &since.silent }) {
        std::sort(list->begin(), list->end(), [&board](quint32 a, quint32 b) {
            const Severity left = board.facts(a).severity;
            const Severity right = board.facts(b).severity;
            return left != right ? left > right : a < b;
        });
    }
    return since;
}

} // namespace models
