// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/boards/issueboard.h"
#include "models/boards/issuefilter.h"
#include "models/index/textfold.h"

namespace models {

class EventIndex;

/// Judges issues by one filter; what words mean and which texts match is worked out once each, so
/// that going through all issues costs a few nanoseconds an issue. One thread at a time.
class IssueFilterJudge final
{
public:
    /// The index must outlive the judge.
    IssueFilterJudge(IssueFilter filter, const EventIndex &index);

    /// Whether an issue meets the filter. `board` is that of the issue, any at each call whose
    /// IssueBoard::words() go on from those of the last.
    bool matches(const IssueBoard &board, quint32 place, const TriageMark &mark,
                 const OverduePolicy &policy, Instant now);
    /// The classes of an issue, and all parts of the filter that it misses; with more than two
    /// missed ones the text may not have been looked at.
    struct Verdict
    {
        SmallSet classes;
        SmallSet missed;
    };
    Verdict judge(const IssueBoard &board, quint32 place, const TriageMark &mark,
                  const OverduePolicy &policy, Instant now);

private:
    Closure closureOf(const IssueBoard &board, const IssueDigest &issue);
    bool holdsText(const IssueBoard &board, quint32 place);
    bool holds(TermId term);

    const IssueFilter m_filter;
    const EventIndex &m_index;
    const Needle m_needle;
    QHash<TermId, bool> m_texts;
    std::vector<std::optional<Closure>> m_closures; ///< by number of the status
};

} // namespace models
