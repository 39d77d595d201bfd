// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1String>
#include <QStringView>

namespace models {

/// What the vendor says of a subject, as classes of its words (spec/events.md, "Enumeration
/// words"). Accepted (won't fix, risk accepted, compensating control, by policy) is closed but
/// not fixed. Unknown: a word on no list; None: the event carries no status. The numbers are
/// stored; append only.
enum class Status : quint8 { None = 0, Unknown, Open, Fixed, Accepted, Closed };
inline constexpr int statusCount = 6;

/// The class of a vendor word, upper or lower case; None for an empty word.
Status statusFromWord(QStringView word);

/// The stable word of a class in queries and statistics: "none", "unknown", "open", "fixed",
/// "accepted", "closed".
QLatin1String statusKey(Status status);

} // namespace models
