// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/issuequery.h"

#include "models/index/eventindex.h"
#include "models/index/smallestsets.h"
#include "models/items/issuefilterjudge.h"
#include "models/items/issuesmodel.h"

#include <QSignalBlocker>

#include <algorithm>
#include <memory>
#include <utility>

namespace models {

namespace {

std::vector<IssueWay> waysIn(const SmallestSets &misses)
{
    std::vector<IssueWay> ways;
    for (const auto &[parts, issues] : misses.counts()) {
        if (parts != 0) // else something is shown
            ways.push_back({ SmallSet(parts), int(issues) });
    }
    std::stable_sort(ways.begin(), ways.end(), [](const IssueWay &one, const IssueWay &other) {
        return one.issues > other.issues;
    });
    if (ways.size() > IssueTally::mostWays)
        ways.resize(IssueTally::mostWays);
    return ways;
}

} // namespace

IssueQuery::IssueQuery(IssuesModel &model, const EventIndex &index, QObject *parent)
    : QObject(parent), m_model(model), m_index(index), m_expression(model)
{
    m_filter.classes.set(IssueClass::Open);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (m_active && m_stale && !isBusy())
            count();
    });
    connect(&model, &IssuesModel::countsChanged, this, &IssueQuery::countLater);
    connect(&model, &IssuesModel::triaged, this, [this] {
        if (m_active && !isBusy())
            count();
    });
    connect(&m_expression, &IssueExpression::judged, this, &IssueQuery::takeJudged);
    connect(&m_expression, &IssueExpression::judgedAnew, &model, &IssuesModel::lookAgain);
    apply();
}

QString IssueQuery::text(TermId term) const
{
    return m_index.text(term);
}

void IssueQuery::setFilter(const IssueFilter &filter)
{
    if (m_filter == filter)
        return;
    m_filter = filter;
    {
        const QSignalBlocker alone(m_expression); // an empty one is known at once
        m_expression.setFilter(m_filter.expression);
    }
    apply();
    emit filterChanged();
    m_stale = true;
    if (m_active && !isBusy()) // else the parts are not those that the answers are about
        count();
}

void IssueQuery::takeJudged()
{
    apply();
    m_stale = true;
    if (m_active)
        count();
    emit rowsReplaced();
}

void IssueQuery::apply()
{
    const auto judge = std::make_shared<IssueFilterJudge>(m_filter, m_index, m_expression);
    m_model.setFilter([this, judge](quint32 place, const IssueDigest &, const TriageMark &mark) {
        return judge->matches(m_model.board(), place, mark, m_model.policy(), m_model.moment());
    });
}

void IssueQuery::setActive(bool active)
{
    m_active = active;
    if (m_active && m_stale && !isBusy())
        count();
}

void IssueQuery::countLater()
{
    m_stale = true;
    if (m_active && !m_pause.isActive())
        m_pause.start();
}

/// A value counts where all other parts of the filter hold.
void IssueQuery::count()
{
    IssueTally tally;
    SmallestSets misses;
    IssueFilterJudge judge(m_filter, m_index, m_expression);
    const IssueBoard &board = m_model.board();
    m_model.forEach([&](quint32 place, const IssueDigest &issue, const TriageMark &mark) {
        const auto [classes, missed] =
                judge.judge(board, place, mark, m_model.policy(), m_model.moment());
        misses.note(missed.bits());
        if (missed.size() > 2)
            return;
        // Whether all parts hold that are not of the field.
        const auto others = [&missed = missed](IssueField field) {
            SmallSet rest = missed;
            rest.set(issuePart(field, false), false);
            rest.set(issuePart(field, true), false);
            return rest.isEmpty();
        };
        if (others(IssueField::Class)) {
            for (int which = 0; which < issueClassCount; ++which)
                tally.classes[size_t(which)] += classes.has(which) ? 1 : 0;
        }
        if (others(IssueField::Severity))
            ++tally.severities[size_t(issue.severity)];
        if (others(IssueField::Standing))
            ++tally.standings[size_t(mark.standing)];
        if (others(IssueField::Group) && issue.group != 0)
            ++tally.groups[issue.group];
    });
    tally.ways = waysIn(misses);
    m_stale = false;
    m_pause.start();
    if (std::exchange(m_tally, tally) != tally)
        emit tallyChanged();
}

} // namespace models
