// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/boards/issue.h"

#include <QLatin1String>

#include <algorithm>
#include <array>
#include <utility>

namespace models {

using std::chrono::milliseconds;

std::optional<milliseconds> Issue::age(Instant now) const
{
    if (!isOpen())
        return {};
    return std::max(now - openSince(), milliseconds(0));
}

std::optional<milliseconds> Issue::timeToFix() const
{
    if (!isFixed() || !closed || (!opened && !reopened))
        return {};
    const milliseconds taken = *closed - openSince();
    if (taken.count() < 0)
        return {};
    return taken;
}

// Targets are CLOSED_…; violations, and words made from types of events, say the same without it.
Closure closureFromWord(QStringView word)
{
    static constexpr std::array<std::pair<QLatin1String, Closure>, 8> words { {
            { QLatin1String("RESOLVED"), Closure::Fixed },
            { QLatin1String("FIXED"), Closure::Fixed },
            { QLatin1String("WONT_FIX"), Closure::WontFix },
            { QLatin1String("RISK_ACCEPTED"), Closure::RiskAccepted },
            { QLatin1String("COMPENSATING_CONTROL"), Closure::CompensatingControl },
            { QLatin1String("BY_POLICY"), Closure::ByPolicy },
            { QLatin1String("PARTIALLY_FIXED"), Closure::PartiallyFixed },
            { QLatin1String("ITEM_NOT_FOUND"), Closure::NotFound },
    } };
    constexpr QLatin1String closed("CLOSED_");
    if (word.startsWith(closed, Qt::CaseInsensitive))
        word = word.mid(closed.size());
    for (const auto &[known, closure] : words) {
        if (word.compare(known, Qt::CaseInsensitive) == 0)
            return closure;
    }
    return Closure::Other;
}

} // namespace models
