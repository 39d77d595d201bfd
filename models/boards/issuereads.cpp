// SPDX-License-Identifier: GPL-3.0-or-later
// What is read off the board of issues.
#include "models/boards/issueboard.h"

#include <algorithm>

namespace models {

namespace {

Instant instant(qint64 time)
{
    return Instant(std::chrono::milliseconds(time));
}

std::optional<Instant> known(qint64 time)
{
    return time == 0 ? std::nullopt : std::optional(instant(time));
}

} // namespace

Issue IssueBoard::toIssue(const IssueState &state, const IssueFacts &facts,
                          const IssueEvent &newest) const
{
    Issue issue;
    issue.subject = state.subject;
    issue.facts = facts;
    issue.phase = state.phase;
    issue.status = state.status;
    issue.statusWord = m_words[state.word].statusWord;
    issue.firstSeen = instant(state.firstSeen);
    issue.lastSeen = instant(newest.time());
    issue.opened = known(state.opened);
    issue.reopened = known(state.reopened);
    issue.closed = known(state.closed);
    issue.timesReopened = state.timesReopened;
    issue.occurrence = state.occurrence;
    issue.events = int(state.events);
    issue.newestEvent = newest.id;
    return issue;
}

Issue IssueBoard::issue(quint32 place) const
{
    const IssueState &state = m_states[place];
    return toIssue(state, m_facts[state.facts], m_events[state.newest]);
}

std::optional<quint32> IssueBoard::placeOf(TermId subject) const
{
    if (subject >= m_places.size() || m_places[subject] == 0)
        return {};
    return m_places[subject] - 1;
}

std::vector<IssueMoment> IssueBoard::moments(quint32 place) const
{
    std::vector<IssueMoment> moments;
    for (quint32 at = m_states[place].newest; at != nowhere; at = m_events[at].next) {
        const IssueEvent &event = m_events[at];
        const IssueWord &word = m_words[event.word];
        moments.push_back({ event.id, instant(event.time()), word.type, word.statusWord,
                            word.status, m_facts[event.facts].severity });
    }
    std::reverse(moments.begin(), moments.end());
    return moments;
}

std::optional<Issue> IssueBoard::issueAsOf(quint32 place, Instant moment) const
{
    Order order;
    for (quint32 at = m_states[place].newest; at != nowhere; at = m_events[at].next) {
        if (instant(m_events[at].time()) <= moment)
            order.push_back(at);
    }
    if (order.empty())
        return {};
    IssueState state;
    state.subject = m_states[place].subject;
    for (auto at = order.rbegin(); at != order.rend(); ++at)
        state.step(m_events[*at], m_words[m_events[*at].word]);
    bool mended = false;
    const IssueFacts facts = gather(order, mended);
    if (facts.created != 0)
        state.opened = facts.created;
    return toIssue(state, facts, m_events[order.front()]);
}

IssueBoard IssueBoard::asOf(Instant moment) const
{
    IssueBoard board;
    board.m_words = m_words;
    board.m_wordPlaces = m_wordPlaces;
    board.m_facts = m_facts;
    for (quint32 place = 0; place < m_states.size(); ++place) {
        const IssueState &state = m_states[place];
        for (quint32 at = state.newest; at != nowhere; at = m_events[at].next) {
            if (instant(m_events[at].time()) <= moment)
                board.addEvent(state.subject, m_events[at]);
        }
    }
    board.settle();
    return board;
}

std::vector<Instant> IssueBoard::earlierFixes(quint32 place) const
{
    std::vector<Instant> fixes;
    const IssueState &own = m_states[place];
    const qint64 begin = own.opened != 0 ? own.opened : own.firstSeen;
    for (const quint32 other : sameRuleAndAsset(place)) {
        const IssueState &state = m_states[other];
        if (other != place && state.phase == IssuePhase::Closed && state.status == Status::Fixed
            && state.closed <= begin)
            fixes.push_back(instant(state.closed));
    }
    std::sort(fixes.begin(), fixes.end());
    return fixes;
}

std::vector<quint32> IssueBoard::sameRuleAndAsset(quint32 place) const
{
    return m_groups.members(m_states, facts(place));
}

qint64 IssueBoard::bytes() const
{
    return m_states.bytes() + m_digests.bytes() + m_events.bytes() + m_facts.bytes()
            + m_places.bytes();
}

} // namespace models
