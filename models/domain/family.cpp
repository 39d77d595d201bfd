// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/family.h"

namespace models {

QLatin1String familyKey(Family family)
{
    switch (family) {
    case Family::PolicyViolation:
        return QLatin1String("violation");
    case Family::MobileFinding:
        return QLatin1String("finding");
    case Family::FindingNote:
        return QLatin1String("note");
    case Family::Asset:
        return QLatin1String("asset");
    case Family::PortalUser:
        return QLatin1String("user");
    case Family::Protection:
        return QLatin1String("protection");
    case Family::ConnectionTest:
        return QLatin1String("test");
    case Family::Other:
        break;
    }
    return QLatin1String("other");
}

} // namespace models
