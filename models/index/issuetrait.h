// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1String>
#include <QStringView>

#include <optional>

namespace models {

/// What `is:` asks of an issue.
enum class IssueTrait : quint8 {
    Issue, ///< of every one: says that issues are asked for
    Open,
    Closed,
    Overdue,
    Reopened, ///< under the same id
    Regression, ///< fixed before under another id
    New, ///< the team has not decided anything that still holds
    Acknowledged,
    Snoozed,
    Conflict, ///< our state and the portal's do not fit together
};
inline constexpr int issueTraitCount = 10;

/// The word of a trait in the language: "issue", "open", "overdue", … Any thread.
QLatin1String issueTraitKey(IssueTrait trait);
/// The trait of a word, without case. Any thread.
std::optional<IssueTrait> issueTraitFromKey(QStringView key);

} // namespace models
