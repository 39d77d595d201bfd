// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/eventdetail.h"

namespace models {

QString eventDetail(const Event &event)
{
    switch (event.family) {
    case Family::PolicyViolation:
    case Family::MobileFinding:
        return event.ruleTypeId;
    case Family::FindingNote:
        return event.findingId;
    case Family::PortalUser:
        return event.address.isEmpty() ? event.role : event.address;
    case Family::Protection:
        return event.address;
    default:
        return {};
    }
}

} // namespace models
