// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/boards/timeline.h"

namespace models {

class EventIndex;
class TriageBoard;

/// The life of an issue (its place in the board) with all that is known: its events, how often
/// each came again and when last, as far as it is loaded, and the acts of the team. Oldest first.
/// GUI thread; a few milliseconds for 1,000 events.
std::vector<TimelineEntry> issueLife(const IssueBoard &board, quint32 place,
                                     const TriageBoard &triage, const EventIndex &index);

} // namespace models
