// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"

#include <QString>

namespace models {

class EventIndex;

/// "23 events came since your last visit (26 Nov 17:40), 2 of them urgent and open"; empty where
/// none came. Goes through all loaded events: some milliseconds for a million. GUI thread;
/// translated.
QString newSinceText(const EventIndex &index, Instant lastVisit, Instant now);

} // namespace models
