// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/boards/issueboard.h"
#include "models/boards/issuefilter.h"
#include "models/items/issueexpression.h"

#include <vector>

namespace models {

class EventIndex;

/// Judges issues by one filter; what words mean is worked out once each, and of the expression it
/// asks what is known already, so that going through all issues costs a few nanoseconds an issue.
/// GUI thread.
class IssueFilterJudge final
{
public:
    /// Index and expression must outlive the judge.
    IssueFilterJudge(IssueFilter filter, const EventIndex &index,
                     const IssueExpression &expression);

    /// Whether an issue meets the filter. `board` is that of the issue, any at each call whose
    /// IssueBoard::words() go on from those of the last.
    bool matches(const IssueBoard &board, quint32 place, const TriageMark &mark,
                 const OverduePolicy &policy, Instant now);
    /// The classes of an issue, and all parts of the filter that it misses.
    struct Verdict
    {
        SmallSet classes;
        SmallSet missed;
    };
    Verdict judge(const IssueBoard &board, quint32 place, const TriageMark &mark,
                  const OverduePolicy &policy, Instant now);

private:
    Closure closureOf(const IssueBoard &board, const IssueDigest &issue);

    const IssueFilter m_filter;
    const EventIndex &m_index;
    const IssueExpression &m_expression;
    std::vector<std::optional<Closure>> m_closures; ///< by number of the status
};

} // namespace models
