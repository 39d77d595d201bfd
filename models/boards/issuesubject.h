// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/family.h"
#include "models/index/dictionary.h"

#include <vector>

namespace models {

class EventIndex;

/// Whether events of a family tell of issues; what others name may be the subject of another kind.
/// Any thread.
constexpr bool tellsOfIssue(Family family)
{
    return family == Family::PolicyViolation || family == Family::MobileFinding;
}

/// The subject of the issue that an event belongs to; 0 where the event is not loaded (yet) or
/// belongs to none. The thread of the index.
TermId issueSubject(const EventIndex &index, qint64 event);

/// Whether the row at a position of the index belongs to an issue. The thread of the index.
bool isOfIssue(const EventIndex &index, quint32 position);

/// The issues of the rows at these positions of the index, each once, by the newest of its events
/// that are there. Rows of no issue are left out. The thread of the index.
std::vector<qint64> oneOfEachIssue(const EventIndex &index, const std::vector<quint32> &positions);

/// The same by the event that arrived last of an issue, as an act of triage names it. Looks at the
/// subjects of all rows: in an index of a million some 5 ms, some 25 where all of them are asked
/// for. The thread of the index.
std::vector<qint64> newestOfIssues(const EventIndex &index, const std::vector<quint32> &positions);

/// The same for events; those that are not loaded, or of no issue, stay as they are.
std::vector<qint64> newestOfIssues(const EventIndex &index, const std::vector<qint64> &events);

} // namespace models
