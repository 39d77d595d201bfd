// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/idset.h"

#include <QLatin1String>
#include <QStringView>

#include <optional>

namespace models {

/// What the team decided about a subject, as far as it still holds. A subject without acts, and an
/// event without a subject, is new.
enum class Standing : quint8 { New, Acknowledged, Snoozed };
inline constexpr int standingCount = 3;

/// The word of a standing in the language: "new", "acknowledged", "snoozed". Any thread.
QLatin1String standingKey(Standing standing);
/// The standing of a word, without case. Any thread.
std::optional<Standing> standingFromKey(QStringView key);

/// The subjects that are not new, by their terms (TermId). Copies share memory. A value; any
/// thread.
struct SubjectStandings
{
    IdSet acknowledged;
    IdSet snoozed; ///< no member of `acknowledged` is one of these

    Standing of(quint32 subject) const
    {
        if (acknowledged.contains(subject))
            return Standing::Acknowledged;
        return snoozed.contains(subject) ? Standing::Snoozed : Standing::New;
    }
    bool isEmpty() const { return acknowledged.isEmpty() && snoozed.isEmpty(); }
    bool operator==(const SubjectStandings &) const = default;
};

} // namespace models
