// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/boards/overduepolicy.h"

#include <QString>
#include <QStringList>

#include <array>
#include <optional>

namespace models {

/// The longest time an issue may be given, in days: ten years. More is "never".
inline constexpr int mostOverdueDays = 3650;

/// The severities in the order a person reads them: the gravest first.
inline constexpr std::array<Severity, severityCount> severitiesGravestFirst {
    Severity::Urgent, Severity::High,    Severity::Medium,
    Severity::Low,    Severity::Unknown, Severity::Unrated
};

/// The days of one severity as a word of the settings file: "30", or "never". Pure.
QString overdueWord(int days);
/// The days that a word of the settings file means, 0 for "never"; nothing where it is neither
/// that nor a whole number from 1 to mostOverdueDays. Pure.
std::optional<int> overdueFromWord(const QString &word);

/// What is wrong with a policy, a sentence each; empty: nothing. Pure.
QStringList overdueProblems(const OverduePolicy &policy);

} // namespace models
