// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/act.h"

#include <QString>

#include <optional>

namespace models {

/// What ends a snooze. All end when they are taken back.
enum class SnoozeEnd : quint8 {
    Time, ///< a moment
    NextEvent, ///< the next event of the subject that arrives
    MoreSevere, ///< an event that arrives and is more severe than the subject was
};

/// An act of triage with the value read that the journal keeps as text. Its events name the
/// subjects, each by the newest event that there was when it was done.
struct TriageAct
{
    static constexpr qsizetype longestText = 10'000; ///< characters; what is longer is cut
    /// An act with more events than this counts for none of them.
    static constexpr qint64 mostEvents = 100'000;

    ActKind kind = ActKind::Note;
    QString text; ///< why it is acknowledged, to whom it is assigned (empty: nobody), the note
    std::optional<Instant> until; ///< of what is acknowledged (nothing: for good) or snoozed
    SnoozeEnd end = SnoozeEnd::Time;
    std::vector<IdRange> acts; ///< taken back; only for the subjects that the act's events name
    bool operator==(const TriageAct &) const = default;

    /// Nothing for an act that is no triage, and for one whose value cannot be read.
    static std::optional<TriageAct> read(const Act &act);
    /// The text for the journal: a JSON object.
    QString value() const;
};

/// Whether acts of this kind are triage.
bool isTriage(ActKind kind);
/// How many events an act names.
qint64 eventCount(const std::vector<IdRange> &events);

} // namespace models
