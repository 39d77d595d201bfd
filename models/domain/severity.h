// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1String>
#include <QStringView>

#include <optional>

namespace models {

/// One ordered scale for the vendor's three (spec/events.md, "Enumeration words"):
/// URGENT, CRITICAL, P0 → Urgent · IMPORTANT, HIGH, P1 → High · MEDIUM, P2 → Medium ·
/// PROACTIVE, LOW, P3, P4 → Low. Unknown: the portal sent a word that is on no scale; it ranks
/// above Unrated so that a lower bound hides it last. The vendor's word is kept beside the
/// level and is what people see. The numbers are stored; append only.
enum class Severity : quint8 { Unrated = 0, Unknown, Low, Medium, High, Urgent };
inline constexpr int severityCount = 6;

/// The level of a vendor word, upper or lower case; nothing where the word is not known.
std::optional<Severity> severityFromWord(QStringView word);

/// The stable word of a level in queries and statistics: "none", "unknown", "low", "medium",
/// "high", "urgent".
QLatin1String severityKey(Severity severity);

} // namespace models
