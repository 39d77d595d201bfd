// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/boards/overduepolicy.h"

namespace models {

std::optional<Instant> OverduePolicy::dueAt(const Issue &issue) const
{
    return dueAt(digestOf(issue));
}

std::optional<Instant> OverduePolicy::dueAt(const IssueDigest &digest) const
{
    const int limit = days.at(std::size_t(digest.severity));
    if (!digest.isOpen() || limit <= 0)
        return {};
    return Instant(std::chrono::milliseconds(digest.openSince)) + std::chrono::days(limit);
}

} // namespace models
