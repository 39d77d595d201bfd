// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/status.h"

#include <array>
#include <utility>

namespace models {

Status statusFromWord(QStringView word)
{
    static constexpr std::array<std::pair<QLatin1String, Status>, 16> words { {
            { QLatin1String("OPEN"), Status::Open },
            { QLatin1String("REOPENED"), Status::Open },
            { QLatin1String("NEW"), Status::Open },
            { QLatin1String("OPEN_READY_TO_RESCAN"), Status::Open },
            { QLatin1String("RESOLVED"), Status::Fixed },
            { QLatin1String("CLOSED_FIXED"), Status::Fixed },
            { QLatin1String("CLOSED_ITEM_NOT_FOUND"), Status::Closed },
            { QLatin1String("CLOSED_PARTIALLY_FIXED"), Status::Closed },
            { QLatin1String("CLOSED"), Status::Closed },
            { QLatin1String("WONT_FIX"), Status::Accepted },
            { QLatin1String("CLOSED_WONT_FIX"), Status::Accepted },
            { QLatin1String("CLOSED_BY_POLICY"), Status::Accepted },
            { QLatin1String("RISK_ACCEPTED"), Status::Accepted },
            { QLatin1String("CLOSED_RISK_ACCEPTED"), Status::Accepted },
            { QLatin1String("COMPENSATING_CONTROL"), Status::Accepted },
            { QLatin1String("CLOSED_COMPENSATING_CONTROL"), Status::Accepted },
    } };
    if (word.isEmpty())
        return Status::None;
    for (const auto &[known, status] : words) {
        if (word.compare(known, Qt::CaseInsensitive) == 0)
            return status;
    }
    return Status::Unknown;
}

QLatin1String statusKey(Status status)
{
    switch (status) {
    case Status::Open:
        return QLatin1String("open");
    case Status::Fixed:
        return QLatin1String("fixed");
    case Status::Accepted:
        return QLatin1String("accepted");
    case Status::Closed:
        return QLatin1String("closed");
    case Status::Unknown:
        return QLatin1String("unknown");
    case Status::None:
        break;
    }
    return QLatin1String("none");
}

} // namespace models
