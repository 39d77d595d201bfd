// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/boards/issueboard.h"

#include "models/boards/issuesubject.h"
#include "models/index/dictionary.h"

#include <algorithm>
#include <limits>

namespace models {

namespace {

/// Fills the gaps of newer facts from older ones; true where there were any to fill.
bool fill(IssueFacts &facts, const IssueFacts &older)
{
    bool filled = false;
    const auto take = [&filled](auto &into, const auto &from) {
        if (into == 0 && from != 0) {
            into = from;
            filled = true;
        }
    };
    take(facts.title, older.title);
    take(facts.asset, older.asset);
    take(facts.assetId, older.assetId);
    take(facts.assetType, older.assetType);
    take(facts.group, older.group);
    take(facts.policy, older.policy);
    take(facts.ruleType, older.ruleType);
    take(facts.created, older.created);
    if (facts.severity == Severity::Unrated && facts.severityWord == 0
        && (older.severity != Severity::Unrated || older.severityWord != 0)) {
        facts.severity = older.severity;
        facts.severityWord = older.severityWord;
        filled = true;
    }
    return filled;
}

/// The number of words that events can have.
constexpr std::size_t mostWords = std::numeric_limits<quint16>::max();

} // namespace

void IssueBoard::add(const EventRow &row)
{
    if (!tellsOfIssue(row.family))
        return;
    if (row.subject == 0 || row.subject > Dictionary::maximum || row.id <= 0
        || row.id > std::numeric_limits<quint32>::max()) {
        ++m_withoutSubject;
        return;
    }
    const quint32 place = subjectPlace(row.subject);
    IssueEvent event;
    event.id = quint32(row.id);
    event.setTime(row.time);
    event.word = wordPlace({ row.type, row.statusWord, row.status });
    event.facts = factsPlace(row, m_states[place]);
    addEvent(row.subject, event);
}

void IssueBoard::expect(const EventRow &far, const EventRow &near) const
{
    if (far.subject < m_places.size())
        m_places.fetch(far.subject);
    if (near.subject >= m_places.size())
        return;
    if (const quint32 place = m_places[near.subject])
        m_states.fetch(place - 1);
}

void IssueBoard::addEvent(TermId subject, const IssueEvent &event)
{
    const quint32 place = subjectPlace(subject);
    IssueState &state = m_states.edit(place);
    state.isAhead = state.settled && state.newest != nowhere && event.facts == state.facts
            && state.mendedFacts == nowhere && m_events[state.newest].isBefore(event);
    const quint32 at = m_events.add(event);
    m_events.edit(at).next = std::exchange(state.newest, at);
    state.lastFacts = event.facts;
    if (std::exchange(state.settled, false))
        m_unsettled.push_back(place);
}

quint32 IssueBoard::subjectPlace(TermId subject)
{
    if (m_places.size() <= subject)
        m_places.grow(subject + 1);
    if (const quint32 place = m_places[subject])
        return place - 1;
    IssueState state;
    state.subject = subject;
    const quint32 place = m_states.add(state);
    m_digests.add({});
    m_places.edit(subject) = place + 1;
    return place;
}

/// Most events of a subject say the same of it as the one that was added before.
quint32 IssueBoard::factsPlace(const EventRow &row, const IssueState &state)
{
    IssueFacts facts;
    facts.title = row.title;
    facts.asset = row.asset;
    facts.assetId = row.assetId;
    facts.assetType = row.assetType;
    facts.group = row.group;
    facts.policy = row.policy;
    facts.ruleType = row.detail;
    facts.severityWord = row.severityWord;
    facts.created = row.created > 0 ? row.created : 0;
    facts.severity = row.severity;
    facts.family = row.family;
    if (state.lastFacts != nowhere && m_facts[state.lastFacts] == facts)
        return state.lastFacts;
    return m_facts.add(facts);
}

quint16 IssueBoard::wordPlace(const IssueWord &word)
{
    const quint64 key =
            quint64(word.status) << 56 | quint64(word.type) << 28 | quint64(word.statusWord);
    const auto found = m_wordPlaces.constFind(key);
    if (found != m_wordPlaces.constEnd())
        return *found;
    // The first are those without a text, for when there are more words than numbers.
    while (m_words.size() < statusCount)
        m_words.push_back({ 0, 0, Status(m_words.size()) });
    if (m_words.size() > mostWords)
        return quint16(word.status);
    const auto place = quint16(m_words.size());
    m_words.push_back(word);
    m_wordPlaces.insert(key, place);
    return place;
}

void IssueBoard::settle(const std::function<void(const IssueChange &)> &changed)
{
    std::vector<quint32> recounted;
    for (std::size_t i = 0; i < m_unsettled.size(); ++i) {
        if (i + 8 < m_unsettled.size())
            m_states.fetch(m_unsettled[i + 8]);
        if (i + 4 < m_unsettled.size())
            m_events.fetch(m_states[m_unsettled[i + 4]].newest);
        settleSubject(m_unsettled[i], changed);
    }
    m_unsettled.clear();
    m_groups.settle(m_states, recounted);
    for (const quint32 place : recounted) {
        digestSubject(place);
        if (!changed)
            continue;
        const bool open = m_states[place].phase == IssuePhase::Open;
        const IssueFacts &facts = this->facts(place);
        changed({ place, false, open, open, facts.assetKey(), facts.assetKey(), facts.severity,
                  facts.severity });
    }
}

void IssueBoard::settleSubject(quint32 place,
                               const std::function<void(const IssueChange &)> &changed)
{
    IssueState &state = m_states.edit(place);
    const IssueState before = state;
    const IssueFacts factsBefore = before.facts == nowhere ? IssueFacts() : m_facts[before.facts];

    if (state.isAhead) {
        const IssueEvent &event = m_events[state.newest];
        state.step(event, m_words[event.word]);
    } else {
        fold(state);
    }
    const IssueFacts &facts = m_facts[state.facts];
    state.settled = true;
    digestSubject(place);

    m_groups.move(m_states, place, factsBefore, facts);
    if (before.opened != state.opened || before.firstSeen != state.firstSeen
        || before.closed != state.closed || before.status != state.status)
        m_groups.touch(facts);
    if (changed) {
        changed({ place, before.facts == nowhere, before.phase == IssuePhase::Open,
                  state.phase == IssuePhase::Open, factsBefore.assetKey(), facts.assetKey(),
                  factsBefore.severity, facts.severity });
    }
}

/// Takes a piece of memory from those who share it only where something differs.
void IssueBoard::digestSubject(quint32 place)
{
    const IssueState &state = m_states[place];
    const IssueFacts &facts = m_facts[state.facts];
    IssueDigest digest;
    digest.openSince = state.openSince();
    digest.group = facts.group;
    digest.asset = facts.assetKey();
    digest.ruleType = facts.ruleType;
    digest.policy = facts.policy;
    digest.word = state.word;
    digest.severity = facts.severity;
    digest.phase = state.phase;
    digest.status = state.status;
    digest.isRegression = state.occurrence > 1;
    if (m_digests[place] != digest)
        m_digests.edit(place) = digest;
}

/// From the first event on.
void IssueBoard::fold(IssueState &state)
{
    putInOrder(state);
    state.clear();
    for (auto at = m_order.rbegin(); at != m_order.rend(); ++at) {
        const IssueEvent &event = m_events[*at];
        state.step(event, m_words[event.word]);
    }
    bool mended = false;
    const IssueFacts facts = gather(m_order, mended);
    if (!mended) {
        state.facts = m_events[state.newest].facts;
    } else if (state.mendedFacts == nowhere) {
        state.facts = state.mendedFacts = m_facts.add(facts);
    } else {
        state.facts = state.mendedFacts;
        m_facts.edit(state.facts) = facts;
    }
    if (facts.created != 0)
        state.opened = facts.created;
}

/// Leaves the places of the events in m_order, newest first, each event once.
void IssueBoard::putInOrder(IssueState &state)
{
    m_order.clear();
    bool ordered = true;
    for (quint32 at = state.newest; at != nowhere; at = m_events[at].next) {
        ordered = ordered && (m_order.empty() || m_events[at].isBefore(m_events[m_order.back()]));
        m_order.push_back(at);
    }
    if (ordered)
        return;
    std::sort(m_order.begin(), m_order.end(),
              [this](quint32 a, quint32 b) { return m_events[b].isBefore(m_events[a]); });
    m_order.erase(
            std::unique(m_order.begin(), m_order.end(),
                        [this](quint32 a, quint32 b) { return m_events[a].id == m_events[b].id; }),
            m_order.end());
    state.newest = m_order.front();
    for (std::size_t i = 0; i < m_order.size(); ++i)
        m_events.edit(m_order[i]).next = i + 1 < m_order.size() ? m_order[i + 1] : nowhere;
}

IssueFacts IssueBoard::gather(const Order &newestFirst, bool &mended) const
{
    quint32 last = m_events[newestFirst.front()].facts;
    IssueFacts facts = m_facts[last];
    for (const quint32 at : newestFirst) {
        const quint32 place = m_events[at].facts;
        if (place != last && fill(facts, m_facts[place]))
            mended = true;
        last = place;
    }
    return facts;
}

} // namespace models
