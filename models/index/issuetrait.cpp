// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/issuetrait.h"

namespace models {

QLatin1String issueTraitKey(IssueTrait trait)
{
    switch (trait) {
    case IssueTrait::Open:
        return QLatin1String("open");
    case IssueTrait::Closed:
        return QLatin1String("closed");
    case IssueTrait::Overdue:
        return QLatin1String("overdue");
    case IssueTrait::Reopened:
        return QLatin1String("reopened");
    case IssueTrait::Regression:
        return QLatin1String("regression");
    case IssueTrait::New:
        return QLatin1String("new");
    case IssueTrait::Acknowledged:
        return QLatin1String("acknowledged");
    case IssueTrait::Snoozed:
        return QLatin1String("snoozed");
    case IssueTrait::Conflict:
        return QLatin1String("conflict");
    case IssueTrait::Issue:
        break;
    }
    return QLatin1String("issue");
}

std::optional<IssueTrait> issueTraitFromKey(QStringView key)
{
    for (int i = 0; i < issueTraitCount; ++i) {
        const auto trait = static_cast<IssueTrait>(i);
        if (key.compare(issueTraitKey(trait), Qt::CaseInsensitive) == 0)
            return trait;
    }
    return {};
}

} // namespace models
