// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/boards/issueboard.h"
#include "models/boards/triageact.h"
#include "models/index/standing.h"

#include <vector>

namespace models {

/// An act as it concerns one subject.
struct SubjectAct
{
    qint64 act = 0; ///< id
    Instant at;
    QString who;
    TriageAct what;
    qint64 event = 0; ///< the newest event of the subject when it was done
    bool takenBack = false;
};

/// What the team decided about one subject: the fold of its acts in the order of (time, id), those
/// left out that were taken back. The portal's status is another thing and never touched by it.
struct TriageState
{
    struct Acknowledged
    {
        QString who;
        Instant at;
        QString why;
        std::optional<Instant> until;
        qint64 event = 0;
        bool operator==(const Acknowledged &) const = default;
    };
    struct Snoozed
    {
        QString who;
        Instant at;
        SnoozeEnd end = SnoozeEnd::Time;
        std::optional<Instant> until;
        qint64 event = 0;
        bool operator==(const Snoozed &) const = default;
    };
    struct Assigned
    {
        QString to; ///< empty: to nobody (any more)
        QString who;
        Instant at;
        bool operator==(const Assigned &) const = default;
    };
    struct Note
    {
        QString who;
        Instant at;
        QString text;
        bool takenBack = false; ///< shown as history only
        bool operator==(const Note &) const = default;
    };
    std::optional<Acknowledged> acknowledged; ///< the newest
    std::optional<Snoozed> snoozed; ///< the newest, ended or not
    std::optional<Assigned> assigned; ///< the newest
    std::vector<Note> notes; ///< oldest first
    bool operator==(const TriageState &) const = default;
    bool isEmpty() const { return *this == TriageState(); }
};

/// Puts acts in the order of (time, id), marks those that were taken back, and folds the rest. An
/// undo counts for acts of a smaller id; an undo that was taken back itself counts for nothing.
/// Pure.
TriageState foldActs(std::vector<SubjectAct> &acts);

/// The team's state of an issue at a moment.
struct TriageJudgement
{
    using Standing = models::Standing;
    Standing standing = Standing::New;
    /// Conflicts, to be seen: neither side gives way by itself.
    bool resolvedByPortal = false; ///< acknowledged, and the portal closed it since
    bool reopenedSince = false; ///< acknowledged or snoozed, and it opened again since
    bool snoozeEnded = false; ///< was snoozed; its end has come
    std::optional<Instant> next; ///< when time alone will change this
    bool operator==(const TriageJudgement &) const = default;
    bool isConflict() const { return resolvedByPortal || reopenedSince; }
};

/// Judges a state by the events of its subject (oldest first). A snooze comes before an
/// acknowledgement. Pure.
TriageJudgement judge(const TriageState &state, const std::vector<IssueMoment> &moments,
                      Instant now);

} // namespace models
