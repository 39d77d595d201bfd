// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/boards/issuefilter.h"
#include "models/items/issueexpression.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <array>
#include <vector>

namespace models {

class EventIndex;
class IssuesModel;

/// A way out of an empty result: how many issues there are without these parts of the filter.
struct IssueWay
{
    SmallSet parts; ///< of issuePart()
    int issues = 0;
    bool operator==(const IssueWay &) const = default;
};

/// How many issues have each value, under the other parts of the filter.
struct IssueTally
{
    std::array<int, issueClassCount> classes {};
    std::array<int, severityCount> severities {};
    std::array<int, 3> standings {}; ///< by TriageJudgement::Standing
    QHash<TermId, int> groups;
    /// Where nothing is shown: without which parts there are issues. Single ones, or, where no
    /// single one is to blame, the fewest together. The most rewarding first.
    std::vector<IssueWay> ways;
    static constexpr std::size_t mostWays = 6;
    bool operator==(const IssueTally &) const = default;
};

/// The one filter of a table of issues, and the counts beside it. Values count at once, another
/// expression as soon as it is worked out: until then the rows of the one before stay. Counts only
/// while somebody looks, and at most four times a second, but at once after somebody's act.
/// GUI thread.
class IssueQuery final : public QObject
{
    Q_OBJECT
public:
    /// Both must outlive the query. Open issues are shown at first.
    IssueQuery(IssuesModel &model, const EventIndex &index, QObject *parent = nullptr);

    const IssueFilter &filter() const { return m_filter; }
    void setFilter(const IssueFilter &filter);
    /// The expression is being worked out.
    bool isBusy() const { return m_expression.isBusy(); }
    /// What counts the values of issues, for a completer.
    FilterCompleter::Counter counter() const { return m_expression.counter(); }
    /// Somebody looks at it, or no longer does.
    void setActive(bool active);

    const IssueTally &tally() const { return m_tally; }
    /// A text of the dictionary.
    QString text(TermId term) const;

    static constexpr std::chrono::milliseconds pause { 250 }; ///< between two counts at least

signals:
    void filterChanged();
    void tallyChanged();
    /// The rows are those of the filter's expression.
    void rowsReplaced();

private:
    void apply();
    void takeJudged();
    void count();
    void countLater();

    IssuesModel &m_model;
    const EventIndex &m_index;
    IssueFilter m_filter;
    IssueExpression m_expression;
    IssueTally m_tally;
    QTimer m_pause;
    bool m_active = false;
    bool m_stale = true; ///< the tally is not that of now
};

} // namespace models
