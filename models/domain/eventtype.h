// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/family.h"

#include <QString>
#include <QStringView>

namespace models {

/// What the name of an event type tells: `<PRODUCT>__<SUBJECT>_<VERB>` (spec/events.md).
struct EventType
{
    QStringView product; ///< "API_SECURE"; empty without two underscores
    Family family = Family::Other; ///< Other: the name says nothing, look at the data's shape
    QLatin1String statusWord; ///< the status its verb implies; empty where it implies none
};

/// Classifies by exact name and pattern. The views point into `type`. Pure.
EventType readEventType(QStringView type);

} // namespace models
