// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"
#include "models/index/eventrow.h"

#include <optional>

namespace models {

/// What an event says of its subject besides the status: numbers of the dictionary, 0 where it
/// says nothing.
struct IssueFacts
{
    TermId title = 0;
    TermId asset = 0; ///< name, or id where it has no name
    TermId assetId = 0;
    TermId assetType = 0;
    TermId group = 0;
    TermId policy = 0;
    TermId ruleType = 0; ///< stable per kind of problem
    TermId severityWord = 0;
    qint64 created = 0; ///< opening date as the portal tells it, ms since the epoch; 0: not told
    Severity severity = Severity::Unrated;
    Family family = Family::Other;
    bool operator==(const IssueFacts &) const = default;

    /// What tells assets apart: the id, or the name of one without an id.
    TermId assetKey() const { return assetId != 0 ? assetId : asset; }
};

/// Whether a subject is open, as far as its events tell. Unknown: none of them said.
enum class IssuePhase : quint8 { Unknown, Open, Closed };

/// One subject (violation, finding target) as its events leave it, in the order of time, then of
/// arrival. A value; any thread. Where events contradict each other the newest counts; what the
/// newest leaves out is taken from the one before.
struct Issue
{
    TermId subject = 0;
    IssueFacts facts;
    IssuePhase phase = IssuePhase::Unknown;
    Status status = Status::None; ///< of the newest event that carries one; Accepted is not fixed
    TermId statusWord = 0; ///< the vendor's word there
    Instant firstSeen; ///< time of the oldest event
    Instant lastSeen; ///< time of the newest event
    std::optional<Instant> opened; ///< the portal's date, else the first event that says open
    std::optional<Instant> reopened; ///< the last time that it opened again
    std::optional<Instant> closed; ///< since when it is closed the way it is; only while closed
    int timesReopened = 0;
    int occurrence = 1; ///< above 1: the same rule type on the same asset was fixed before
    int events = 0;
    qint64 newestEvent = 0; ///< id
    bool operator==(const Issue &) const = default;

    bool isOpen() const { return phase == IssuePhase::Open; }
    bool isFixed() const { return phase == IssuePhase::Closed && status == Status::Fixed; }
    bool isAccepted() const { return phase == IssuePhase::Closed && status == Status::Accepted; }
    bool isRegression() const { return occurrence > 1; }

    /// Since when it is open this time (for a closed one: was): reopening, else opening, else the
    /// first that was seen of it.
    Instant openSince() const { return reopened ? *reopened : opened ? *opened : firstSeen; }
    /// How long it has been open this time; nothing where it is not open. Never negative.
    std::optional<std::chrono::milliseconds> age(Instant now) const;
    /// From opening to fix; nothing where it is not fixed, or where the opening is not known, or
    /// lies behind the fix.
    std::optional<std::chrono::milliseconds> timeToFix() const;
};

/// How a subject was closed, as the vendor's word tells: kept apart, since only one is a fix.
enum class Closure : quint8 {
    Fixed,
    WontFix,
    RiskAccepted,
    CompensatingControl,
    ByPolicy,
    PartiallyFixed,
    NotFound,
    Other, ///< closed, no word on why; also a word that is not known
};

/// The kind of closing that a vendor word means; for words of open subjects, too, Other.
Closure closureFromWord(QStringView word);

} // namespace models
