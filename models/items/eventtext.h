// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/event.h"

#include <QString>

namespace models {

/// Words for people, made of domain values. All pure; any thread; translated.

/// "Urgent" for URGENT, "Won't fix" for WONT_FIX, "Risk accepted" for
/// CLOSED_RISK_ACCEPTED; a word nobody knows is shown raw.
QString wordText(const QString &word);
/// "Manager" for MANAGER, the role of a user of the portal; a word nobody knows is shown raw.
QString roleText(const QString &role);
/// The level's name where the portal sent no word: "Urgent", …; "Not rated".
QString severityText(Severity severity);
QString statusText(Status status);
QString familyText(Family family);
/// "API Secure" for API_SECURE; raw where unknown; "–" where empty.
QString productText(const QString &product);
/// "Policy violation resolved" for API_SECURE__POLICY_VIOLATION_RESOLVED; raw where unknown.
QString typeText(const QString &type);
/// "Network service" for NETWORK_SERVICE and the other words about assets; as wordText() where
/// it is none of them.
QString assetWordText(const QString &word);
/// The time of day with seconds today, day and time within this year, the date before that; in
/// the system's language and zone.
QString shortTime(Instant time, Instant now);
/// Date and time with seconds and zone.
QString longTime(Instant time);
/// One line for cells: line ends become spaces, control and bidirectional control characters
/// become visible marks, never HTML; at most `most` characters.
QString singleLine(const QString &text, qsizetype most = 300);
/// Several lines for the detail pane: the two characters backslash-n become line ends
/// (spec/events.md, "Odd input that is legal"); control characters as above.
QString multiLine(const QString &text);

} // namespace models
