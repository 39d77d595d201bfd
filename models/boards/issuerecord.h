// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/boards/issue.h"

#include <algorithm>

namespace models {

/// A place in a list of a board that is no place.
inline constexpr quint32 nowhere = 0xffffffff;

/// One event of a subject as the board keeps it, in 20 bytes. The events of a subject are chained.
struct IssueEvent
{
    quint32 id = 0;
    quint32 facts = 0; ///< place of its facts
    quint32 next = nowhere; ///< the one before it in time, once the subject is settled
    quint16 word = 0; ///< number of its status
    quint16 timeHigh = 0;
    quint32 timeLow = 0;

    /// Milliseconds since the epoch, from 1 on: what lies before, or beyond some 8,000 years, is
    /// moved to the end of that range.
    qint64 time() const { return qint64(quint64(timeHigh) << 32 | timeLow); }
    void setTime(qint64 time)
    {
        const auto bounded = quint64(std::clamp<qint64>(time, 1, latestTime));
        timeHigh = quint16(bounded >> 32);
        timeLow = quint32(bounded);
    }
    /// The order of the feed: by time, then by arrival.
    bool isBefore(const IssueEvent &other) const
    {
        return time() != other.time() ? time() < other.time() : id < other.id;
    }
    static constexpr qint64 latestTime = (qint64 { 1 } << 48) - 1;
};

/// What an event says of the status. Few differ, so that events keep its number only.
struct IssueWord
{
    TermId type = 0; ///< of the event
    TermId statusWord = 0;
    Status status = Status::None;
    bool operator==(const IssueWord &) const = default;
};

/// The fold of a subject's events. Times in ms since the epoch, 0: none.
struct IssueState
{
    TermId subject = 0;
    quint32 newest = nowhere; ///< beginning of the chain
    quint32 events = 0;
    quint32 facts = nowhere; ///< place of what is known of it
    quint32 lastFacts = nowhere; ///< place of what the event that was added last says
    quint32 mendedFacts = nowhere; ///< place of facts of its own, where events had gaps
    quint32 sameRule = nowhere; ///< the next subject of the same rule type and asset
    qint64 firstSeen = 0;
    qint64 opened = 0;
    qint64 reopened = 0;
    qint64 closed = 0;
    quint16 word = 0; ///< of the newest event with a status
    quint16 timesReopened = 0;
    quint16 occurrence = 1;
    IssuePhase phase = IssuePhase::Unknown;
    Status status = Status::None;
    bool settled = true; ///< its chain is in order and folded
    bool isAhead =
            false; ///< but for one event, which is newer and says the same besides the status

    /// Takes the next event in the order of the feed; facts are not looked at.
    void step(const IssueEvent &event, const IssueWord &word);
    /// As Issue::openSince().
    qint64 openSince() const { return reopened != 0 ? reopened : opened != 0 ? opened : firstSeen; }
    /// As before the first event.
    void clear();
};

} // namespace models
