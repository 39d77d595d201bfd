// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/standing.h"

namespace models {

QLatin1String standingKey(Standing standing)
{
    switch (standing) {
    case Standing::Acknowledged:
        return QLatin1String("acknowledged");
    case Standing::Snoozed:
        return QLatin1String("snoozed");
    case Standing::New:
        break;
    }
    return QLatin1String("new");
}

std::optional<Standing> standingFromKey(QStringView key)
{
    for (int i = 0; i < standingCount; ++i) {
        const auto standing = static_cast<Standing>(i);
        if (key.compare(standingKey(standing), Qt::CaseInsensitive) == 0)
            return standing;
    }
    return {};
}

} // namespace models
