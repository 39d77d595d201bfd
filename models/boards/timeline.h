// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/boards/triagestate.h"

#include <functional>

namespace models {

/// One line in the life of a subject.
struct TimelineEntry
{
    enum class Kind : quint8 {
        Event,
        Repeat, ///< the event before came again
        Act, ///< what the team did
        Missing, ///< a step that must have been, of which no event tells
    };
    /// Which step is missing.
    enum class Step : quint8 { Opening, Closing, Reopening };

    Kind kind = Kind::Event;
    std::optional<Instant> at; ///< nothing for a step of which no date is known
    /// Since the dated entry before; nothing for the first, and where no date is known.
    std::optional<std::chrono::milliseconds> elapsed;
    IssueMoment moment; ///< of an event; of a repeat: what is repeated
    int repeats = 0; ///< how often it came again
    SubjectAct act;
    Step step = Step::Opening;
};

/// How often events came again, and when the last time; none for those that did not.
struct EventRepeats
{
    int count = 0;
    Instant last;
};
using RepeatsOf = std::function<EventRepeats(qint64 event)>;

/// The life of a subject, oldest first. `moments` as of IssueBoard::moments(), `acts` as of
/// TriageBoard::acts(); `opened` as the portal tells it. A step is missing where the first event
/// closes, where a closed subject is closed the same way again, and where an open one is opened
/// with the same word again. An opening is dated where the portal told its date; nothing else is
/// guessed. Pure; a millisecond for 1,000 events.
std::vector<TimelineEntry> timeline(const std::vector<IssueMoment> &moments,
                                    const std::vector<SubjectAct> &acts,
                                    const std::optional<Instant> &opened,
                                    const RepeatsOf &repeats = {});

/// What stands beside an issue.
struct IssueRelations
{
    std::vector<quint32> sameRule; ///< open, of the same rule type on other assets
    int ruleAssets = 0; ///< how many assets these are on, as far as they name one
    std::vector<quint32> sameAsset; ///< the other open ones of its asset
};

/// Looks through the whole board: a few milliseconds for 180,000 subjects.
IssueRelations relationsOf(const IssueBoard &board, quint32 place);

} // namespace models
