// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/severity.h"

#include <array>
#include <utility>

namespace models {

std::optional<Severity> severityFromWord(QStringView word)
{
    static constexpr std::array<std::pair<QLatin1String, Severity>, 12> words { {
            { QLatin1String("URGENT"), Severity::Urgent },
            { QLatin1String("CRITICAL"), Severity::Urgent },
            { QLatin1String("P0"), Severity::Urgent },
            { QLatin1String("IMPORTANT"), Severity::High },
            { QLatin1String("HIGH"), Severity::High },
            { QLatin1String("P1"), Severity::High },
            { QLatin1String("MEDIUM"), Severity::Medium },
            { QLatin1String("P2"), Severity::Medium },
            { QLatin1String("PROACTIVE"), Severity::Low },
            { QLatin1String("LOW"), Severity::Low },
            { QLatin1String("P3"), Severity::Low },
            { QLatin1String("P4"), Severity::Low },
    } };
    for (const auto &[known, level] : words) {
        if (word.compare(known, Qt::CaseInsensitive) == 0)
            return level;
    }
    return std::nullopt;
}

QLatin1String severityKey(Severity severity)
{
    switch (severity) {
    case Severity::Urgent:
        return QLatin1String("urgent");
    case Severity::High:
        return QLatin1String("high");
    case Severity::Medium:
        return QLatin1String("medium");
    case Severity::Low:
        return QLatin1String("low");
    case Severity::Unknown:
        return QLatin1String("unknown");
    case Severity::Unrated:
        break;
    }
    return QLatin1String("none");
}

} // namespace models
