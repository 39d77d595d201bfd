// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/issuefilterjudge.h"

#include "models/index/eventindex.h"

#include <utility>

namespace models {

IssueFilterJudge::IssueFilterJudge(IssueFilter filter, const EventIndex &index)
    : m_filter(std::move(filter)), m_index(index), m_needle(foldText(m_filter.text))
{
}

bool IssueFilterJudge::matches(const IssueBoard &board, quint32 place, const TriageMark &mark,
                               const OverduePolicy &policy, Instant now)
{
    const IssueDigest &issue = board.digest(place);
    const SmallSet classes = classesOf(issue, closureOf(board, issue), mark, policy, now);
    return missedParts(m_filter, issue, classes, mark.standing).isEmpty()
            && holdsText(board, place);
}

IssueFilterJudge::Verdict IssueFilterJudge::judge(const IssueBoard &board, quint32 place,
                                                  const TriageMark &mark,
                                                  const OverduePolicy &policy, Instant now)
{
    const IssueDigest &issue = board.digest(place);
    Verdict verdict;
    verdict.classes = classesOf(issue, closureOf(board, issue), mark, policy, now);
    verdict.missed = missedParts(m_filter, issue, verdict.classes, mark.standing);
    if (verdict.missed.size() <= 2 && !holdsText(board, place))
        verdict.missed.set(issueTextPart);
    return verdict;
}

Closure IssueFilterJudge::closureOf(const IssueBoard &board, const IssueDigest &issue)
{
    if (!issue.isAccepted())
        return Closure::Other; // nobody asks
    if (m_closures.size() <= issue.word)
        m_closures.resize(board.words().size());
    std::optional<Closure> &known = m_closures[issue.word];
    if (known)
        return *known;
    const QString word = m_index.text(board.words()[issue.word].statusWord);
    const Closure closure = closureFromWord(word);
    if (!word.isEmpty()) // else the dictionary does not hold it yet
        known = closure;
    return closure;
}

bool IssueFilterJudge::holdsText(const IssueBoard &board, quint32 place)
{
    if (m_filter.text.isEmpty())
        return true;
    const IssueFacts &facts = board.facts(place);
    const IssueState &state = board.state(place);
    return holds(facts.title) || holds(facts.asset) || holds(facts.group) || holds(facts.policy)
            || holds(facts.severityWord) || holds(board.word(place).statusWord)
            || holds(state.subject);
}

bool IssueFilterJudge::holds(TermId term)
{
    const auto known = m_texts.constFind(term);
    if (known != m_texts.constEnd())
        return *known;
    const bool holds = m_needle.inFolded(foldText(m_index.text(term)));
    m_texts.insert(term, holds);
    return holds;
}

} // namespace models
