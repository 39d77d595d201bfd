// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/boards/triagestate.h"
#include "models/index/indexsnapshot.h"

#include <QHash>

#include <atomic>
#include <optional>

namespace models {

/// Of what the team decided about a subject the part that its standing hangs on. A value.
struct Decision
{
    bool acknowledged = false;
    bool snoozed = false;
    SnoozeEnd end = SnoozeEnd::Time;
    std::optional<Instant> acknowledgedUntil;
    std::optional<Instant> snoozedUntil;
    qint64 acknowledgedEvent = 0; ///< the newest event of the subject when that was done
    qint64 snoozedEvent = 0;

    static Decision of(const TriageState &state);
    /// With what judge() looks at, and nothing else.
    TriageState state() const;
    bool isEmpty() const { return !acknowledged && !snoozed; }
    /// Whether events that arrive may change the standing.
    bool hangsOnEvents() const { return snoozed && end != SnoozeEnd::Time; }
};
/// By subject; only those with a decision.
using Decisions = QHash<TermId, Decision>;

/// Standings as they are at one moment.
struct FoldedStandings
{
    SubjectStandings subjects;
    std::optional<Instant> next; ///< when time alone will change one of them
    IdSet awaiting; ///< subjects of which the next event may change the standing
};

/// Judges each decision as judge() does for the issues: by the events of violations and findings
/// that the snapshot has of the subject. What is not loaded yet is not known here, so
/// a snooze that ends with an event may count as going on until that event is loaded; acknowledged
/// subjects and snoozes with a time are right without any event. Reads all rows once, if such a
/// snooze is there at all. Pure; any thread. Gives up when `cancelled` becomes true; the result is
/// then of no use.
FoldedStandings foldStandings(const Decisions &decisions, const IndexSnapshot &snapshot,
                              Instant now, const std::atomic_bool &cancelled);

} // namespace models
