// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/boards/issuedigest.h"
#include "models/boards/rulegroups.h"

#include <functional>

namespace models {

/// An event of a subject as the board knows it.
struct IssueMoment
{
    qint64 event = 0; ///< id
    Instant time;
    TermId type = 0;
    TermId statusWord = 0;
    Status status = Status::None;
    Severity severity = Severity::Unrated; ///< as this event says
    bool operator==(const IssueMoment &) const = default;
};

/// What became of a subject when the board was settled.
struct IssueChange
{
    quint32 place = 0;
    bool isNew = false;
    bool wasOpen = false;
    bool isOpen = false;
    TermId assetBefore = 0; ///< IssueFacts::assetKey()
    TermId assetAfter = 0;
    Severity severityBefore = Severity::Unrated;
    Severity severityAfter = Severity::Unrated;
};

/// Every subject with its state, folded from its events in whatever order they come; the same
/// events give the same board. Events are added, then settle() folds what they touched, so that
/// many cost little. Subjects are known by their place, which stays. About 170 bytes a subject and
/// 20 an event. A value whose copies share memory; one thread at a time each.
class IssueBoard final
{
public:
    /// Takes an event of a violation or a finding target; others, those without a subject, and
    /// those that are there already change nothing. Nothing is seen of it before settle().
    void add(const EventRow &row);
    /// Says which events will be added in a moment, the nearer one by a second call: what is known
    /// of their subjects is fetched meanwhile. Changes nothing.
    void expect(const EventRow &far, const EventRow &near) const;
    /// Folds what add() touched; calls `changed` (may be empty) with each subject that may be
    /// another than before, once or twice.
    void settle(const std::function<void(const IssueChange &)> &changed = {});

    quint32 size() const { return m_states.size(); }
    Issue issue(quint32 place) const;
    /// The same without copying, for counting and sorting.
    const IssueState &state(quint32 place) const { return m_states[place]; }
    const IssueFacts &facts(quint32 place) const { return m_facts[m_states[place].facts]; }
    /// Of a settled subject.
    const IssueDigest &digest(quint32 place) const { return m_digests[place]; }
    /// By number; grows only.
    const std::vector<IssueWord> &words() const { return m_words; }
    const IssueWord &word(quint32 place) const { return m_words[m_states[place].word]; }
    qint64 lastSeen(quint32 place) const { return m_events[m_states[place].newest].time(); }
    std::optional<quint32> placeOf(TermId subject) const;

    /// All events of a subject, oldest first.
    std::vector<IssueMoment> moments(quint32 place) const;
    /// The subject as it was at a moment; nothing where none of its events is that old. Its
    /// occurrence is not counted.
    std::optional<Issue> issueAsOf(quint32 place, Instant moment) const;
    /// The board of the events up to a moment, that included.
    IssueBoard asOf(Instant moment) const;
    /// Fixes of the same rule type on the same asset before this subject began, oldest first.
    std::vector<Instant> earlierFixes(quint32 place) const;
    /// All subjects of the same rule type on the same asset, this one included.
    std::vector<quint32> sameRuleAndAsset(quint32 place) const;

    /// Events of issues that named no subject: they cannot be told apart.
    qint64 withoutSubject() const { return m_withoutSubject; }
    qint64 bytes() const;

private:
    using Order = std::vector<quint32>;
    quint32 subjectPlace(TermId subject);
    quint32 factsPlace(const EventRow &row, const IssueState &state);
    quint16 wordPlace(const IssueWord &word);
    void addEvent(TermId subject, const IssueEvent &event);
    void settleSubject(quint32 place, const std::function<void(const IssueChange &)> &changed);
    void fold(IssueState &state);
    void digestSubject(quint32 place);
    void putInOrder(IssueState &state);
    IssueFacts gather(const Order &newestFirst, bool &mended) const;
    Issue toIssue(const IssueState &state, const IssueFacts &facts, const IssueEvent &newest) const;

    Chunks<IssueState> m_states;
    Chunks<IssueDigest> m_digests; ///< by the place of the state
    Chunks<IssueEvent> m_events;
    Chunks<IssueFacts> m_facts;
    Chunks<quint32> m_places; ///< by subject: its place + 1
    std::vector<IssueWord> m_words;
    QHash<quint64, quint16> m_wordPlaces;
    RuleGroups m_groups;
    std::vector<quint32> m_unsettled;
    Order m_order; ///< kept for its memory only
    qint64 m_withoutSubject = 0;
};

} // namespace models
