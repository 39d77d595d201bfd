// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/boards/issuedigest.h"

#include <array>

namespace models {

/// How many days an issue of each severity may stay open. By default 7 for urgent, 30 for high, 90
/// for medium and 180 for low ones, and no limit where the portal gave no rank. Days are 24 hours,
/// counted from Issue::openSince(), so a reopened issue gets its time anew. A value.
struct OverduePolicy
{
    std::array<int, severityCount> days { 0, 0, 180, 90, 30, 7 }; ///< by Severity; 0: no limit
    bool operator==(const OverduePolicy &) const = default;

    /// When an open issue is overdue; nothing for one that is not open or has no limit.
    std::optional<Instant> dueAt(const Issue &issue) const;
    std::optional<Instant> dueAt(const IssueDigest &digest) const;
    /// Whether the issue is open and its time is over.
    bool isOverdue(const Issue &issue, Instant now) const
    {
        const std::optional<Instant> due = dueAt(issue);
        return due && now > *due;
    }
    bool isOverdue(const IssueDigest &digest, Instant now) const
    {
        const std::optional<Instant> due = dueAt(digest);
        return due && now > *due;
    }
};

} // namespace models
