// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/issuefilterjudge.h"

#include "models/index/eventindex.h"

#include <utility>

namespace models {

IssueFilterJudge::IssueFilterJudge(IssueFilter filter, const EventIndex &index,
                                   const IssueExpression &expression)
    : m_filter(std::move(filter)), m_index(index), m_expression(expression)
{
}

bool IssueFilterJudge::matches(const IssueBoard &board, quint32 place, const TriageMark &mark,
                               const OverduePolicy &policy, Instant now)
{
    if (m_expression.missed(place) != 0)
        return false;
    const IssueDigest &issue = board.digest(place);
    const SmallSet classes = classesOf(issue, closureOf(board, issue), mark, policy, now);
    return missedParts(m_filter, issue, classes, mark.standing).isEmpty();
}

IssueFilterJudge::Verdict IssueFilterJudge::judge(const IssueBoard &board, quint32 place,
                                                  const TriageMark &mark,
                                                  const OverduePolicy &policy, Instant now)
{
    const IssueDigest &issue = board.digest(place);
    Verdict verdict;
    verdict.classes = classesOf(issue, closureOf(board, issue), mark, policy, now);
    verdict.missed = missedParts(m_filter, issue, verdict.classes, mark.standing);
    const ClauseSet clauses = m_expression.missed(place);
    for (int clause = 0; clauses != 0 && clause < issueTextParts; ++clause) {
        if ((clauses >> clause & 1U) != 0)
            verdict.missed.set(issueTextPart + clause);
    }
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

} // namespace models
