// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/boards/issue.h"

namespace models {

/// What filters, counts and relations ask of an issue, in 32 bytes side by side: going through all
/// issues reads these alone, in order, instead of three lists at random places. A value.
struct IssueDigest
{
    qint64 openSince = 0; ///< Issue::openSince() in ms since the epoch
    TermId group = 0;
    TermId asset = 0; ///< IssueFacts::assetKey()
    TermId ruleType = 0;
    TermId policy = 0;
    quint16 word = 0; ///< number of the newest status, IssueBoard::words()
    Severity severity = Severity::Unrated;
    IssuePhase phase = IssuePhase::Unknown;
    Status status = Status::None;
    bool isRegression = false; ///< Issue::isRegression()
    bool operator==(const IssueDigest &) const = default;

    bool isOpen() const { return phase == IssuePhase::Open; }
    bool isFixed() const { return phase == IssuePhase::Closed && status == Status::Fixed; }
    bool isAccepted() const { return phase == IssuePhase::Closed && status == Status::Accepted; }
};

/// The digest of a single issue; without the number of its word, which the board knows. Pure.
inline IssueDigest digestOf(const Issue &issue)
{
    return { qint64(issue.openSince().time_since_epoch().count()),
             issue.facts.group,
             issue.facts.assetKey(),
             issue.facts.ruleType,
             issue.facts.policy,
             0,
             issue.facts.severity,
             issue.phase,
             issue.status,
             issue.isRegression() };
}

} // namespace models
