// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"

#include <QString>

namespace models {

class EventIndex;
class VisitLine;

/// "23 events came since your last visit (26 Nov 17:40), 2 of them urgent and open"; empty where
/// none came. Looks at the events that came since, not at those of before: 20 µs for a thousand,
/// one frame (16 ms) where a million came. GUI thread; translated.
QString newSinceText(const EventIndex &index, Instant lastVisit, Instant now);

/// "Last visit 26 Nov 17:40": what the line in the table is labelled with. Any thread; translated.
QString visitLabel(Instant lastVisit, Instant now);
/// What the line in the table means, for a tool tip. Any thread; translated.
QString visitToolTip(Instant lastVisit);
/// What a row at the line says of it to a screen reader; empty for all others. GUI thread;
/// translated.
QString visitDescription(const VisitLine &line, int row);

} // namespace models
