// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/boards/issuefilter.h"

namespace models {

class EventIndex;
class IssueBoard;

/// "State", "Severity", "Our state", "Asset group", … Any thread; translated.
QString issueFieldText(IssueField field);

/// What a column of IssuesModel says of an issue, as a value that issues can be filtered by;
/// nothing where the column has none, or where it is not known. Pure but for `index`; GUI thread.
std::optional<IssueValue> issueValueIn(int column, const Issue &issue,
                                       const TriageJudgement &judgement,
                                       const OverduePolicy &policy, const EventIndex &index);

/// A value in words, one line. An asset has its name, a rule the title of an issue that breaks it:
/// the board is looked through for one, a few milliseconds at most for 180,000. GUI thread.
QString issueValueText(const IssueValue &value, const IssueBoard &board, const EventIndex &index);

/// A part of a filter in words.
struct IssueClause
{
    int part = 0; ///< issuePart()
    QString text; ///< "Severity: Urgent, High", "Asset: not example.com"
    bool operator==(const IssueClause &) const = default;
};
/// All parts of a filter, in a fixed order, the clauses of the expression last. GUI thread;
/// translated.
QList<IssueClause> issueClauses(const IssueFilter &filter, const IssueBoard &board,
                                const EventIndex &index);

} // namespace models
