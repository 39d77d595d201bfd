// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/severityvalue.h"

namespace views {

models::Severity severityOfValue(const QString &value)
{
    for (int level = 0; level < models::severityCount; ++level) {
        if (value.compare(models::severityKey(models::Severity(level)), Qt::CaseInsensitive) == 0)
            return models::Severity(level);
    }
    return models::severityFromWord(value).value_or(models::Severity::Unknown);
}

} // namespace views
