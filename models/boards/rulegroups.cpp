// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/boards/rulegroups.h"

#include <algorithm>
#include <limits>

namespace models {

namespace {

qint64 beginOf(const IssueState &state)
{
    return state.opened != 0 ? state.opened : state.firstSeen;
}

/// When it was fixed; 0 where it is not.
qint64 fixOf(const IssueState &state)
{
    const bool fixed = state.phase == IssuePhase::Closed && state.status == Status::Fixed;
    return fixed ? state.closed : 0;
}

} // namespace

/// 0: in no group.
quint64 RuleGroups::keyOf(const IssueFacts &facts)
{
    const TermId asset = facts.assetKey();
    if (facts.ruleType == 0 || asset == 0)
        return 0;
    return quint64(facts.ruleType) << 32 | asset;
}

void RuleGroups::move(States &states, quint32 subject, const IssueFacts &before,
                      const IssueFacts &after)
{
    const quint64 from = keyOf(before);
    const quint64 to = keyOf(after);
    if (from == to)
        return;
    if (from != 0) {
        const auto head = m_first.find(from);
        quint32 at = head == m_first.end() ? nowhere : *head;
        if (at == subject) {
            *head = states[subject].sameRule;
            if (*head == nowhere)
                m_first.remove(from);
        } else {
            while (at != nowhere && states[at].sameRule != subject)
                at = states[at].sameRule;
            if (at != nowhere)
                states.edit(at).sameRule = states[subject].sameRule;
        }
        m_touched.push_back(from);
    }
    IssueState &state = states.edit(subject);
    state.sameRule = nowhere;
    state.occurrence = 1;
    if (to != 0) {
        const auto head = m_first.find(to);
        if (head != m_first.end())
            state.sameRule = std::exchange(*head, subject);
        else
            m_first.insert(to, subject);
        m_touched.push_back(to);
    }
}

void RuleGroups::touch(const IssueFacts &facts)
{
    if (const quint64 key = keyOf(facts))
        m_touched.push_back(key);
}

void RuleGroups::settle(States &states, std::vector<quint32> &changed)
{
    std::sort(m_touched.begin(), m_touched.end());
    m_touched.erase(std::unique(m_touched.begin(), m_touched.end()), m_touched.end());
    for (const quint64 key : m_touched) {
        const quint32 first = m_first.value(key, nowhere);
        if (first != nowhere)
            count(states, first, changed);
    }
    m_touched.clear();
}

void RuleGroups::count(States &states, quint32 first, std::vector<quint32> &changed)
{
    m_fixes.clear();
    for (quint32 at = first; at != nowhere; at = states[at].sameRule) {
        if (const qint64 fix = fixOf(states[at]))
            m_fixes.push_back(fix);
    }
    std::sort(m_fixes.begin(), m_fixes.end());
    for (quint32 at = first; at != nowhere; at = states[at].sameRule) {
        const IssueState &state = states[at];
        const qint64 begin = beginOf(state);
        auto before = std::upper_bound(m_fixes.begin(), m_fixes.end(), begin) - m_fixes.begin();
        // A date behind the fix must not make a subject its own predecessor.
        const qint64 own = fixOf(state);
        if (own != 0 && own <= begin)
            --before;
        const auto occurrence = quint16(std::min<qint64>(1 + before, 0xffff));
        if (occurrence != state.occurrence) {
            states.edit(at).occurrence = occurrence;
            changed.push_back(at);
        }
    }
}

std::vector<quint32> RuleGroups::members(const States &states, const IssueFacts &facts) const
{
    std::vector<quint32> found;
    const quint64 key = keyOf(facts);
    quint32 at = key == 0 ? nowhere : m_first.value(key, nowhere);
    for (; at != nowhere; at = states[at].sameRule)
        found.push_back(at);
    return found;
}

} // namespace models
