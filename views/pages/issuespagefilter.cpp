// SPDX-License-Identifier: GPL-3.0-or-later
// How the search box, the chips and the empty result of an IssuesPage stay views of one filter.
#include "views/pages/issuespage.h"

#include "models/boards/boardkeeper.h"
#include "models/index/filtercompleter.h"
#include "views/pages/filterhelp.h"
#include "views/pages/issueswords.h"
#include "views/widgets/chiprow.h"
#include "views/widgets/emptystate.h"
#include "views/widgets/eventtable.h"
#include "views/widgets/filtercompletion.h"
#include "views/widgets/filteredit.h"
#include "views/widgets/mistakeline.h"

#include <QLabel>

namespace views {

using models::IssueQuery;

void IssuesPage::makeSearch()
{
    m_search->setObjectName(QStringLiteral("issuesPage.search"));
    (new FilterCompletion(*m_search, *m_completer))
            ->setObjectName(QStringLiteral("issuesPage.recentFilters"));
    connect(m_search, &FilterEdit::filterEntered, this, &IssuesPage::search);
    connect(m_search, &FilterEdit::leaveRequested, this, &IssuesPage::focusPlace);
    connect(m_search, &FilterEdit::helpRequested, this, [this] { showFilterHelp(*this); });
    connect(m_search, &FilterEdit::problemChanged, this,
            [this](const models::Filter::Problem &problem) {
                m_problem->showProblem(problem);
                m_chips->setVisible(problem.text.isEmpty());
            });
    connect(m_problem, &MistakeLine::fixRequested, m_search, &FilterEdit::applyFix);
}

void IssuesPage::connectFilter()
{
    connect(&m_query, &IssueQuery::filterChanged, this, [this] {
        showExpression();
        m_table->startOver();
        showClauses();
        refresh();
    });
    connect(&m_query, &IssueQuery::rowsReplaced, this, [this] {
        m_table->startOver();
        refresh();
    });
    connect(&m_query, &IssueQuery::tallyChanged, this, &IssuesPage::refresh);
    connect(m_chips, &ChipRow::dropRequested, this, [this](int place) {
        if (place < m_chipParts.size())
            m_query.setFilter(withoutPart(m_query.filter(), m_chipParts.at(place)));
    });
    connect(m_empty, &EmptyState::actionRequested, this, [this] {
        m_search->showFilter({}); // also a text that says nothing
        m_query.setFilter({});
    });
    connect(m_empty, &EmptyState::offerTaken, this, [this](int way) {
        const std::vector<models::IssueWay> ways = waysOut(clauses(), m_query.tally());
        if (std::size_t(way) < ways.size())
            m_query.setFilter(withoutParts(m_query.filter(), ways[std::size_t(way)].parts));
    });
}

void IssuesPage::search(const models::Filter &expression)
{
    models::IssueFilter filter = m_query.filter();
    filter.expression = expression;
    m_expression = expression; // it stands in the box as typed
    m_query.setFilter(filter);
}

/// A facet or chip leaves alone what is being typed.
void IssuesPage::showExpression()
{
    if (m_expression == m_query.filter().expression)
        return;
    m_expression = m_query.filter().expression;
    m_search->showFilter(m_expression);
}

QList<models::IssueClause> IssuesPage::clauses() const
{
    return issueClauses(m_query.filter(), m_parts.keeper.boards().issues(), m_parts.index);
}

void IssuesPage::showClauses()
{
    QStringList texts;
    m_chipParts.clear();
    for (const models::IssueClause &clause : clauses()) {
        if (clause.part >= models::issueTextPart)
            continue; // that is in the search box
        texts += clause.text;
        m_chipParts += clause.part;
    }
    m_chips->showClauses(texts);
}

void IssuesPage::leaveStepwise()
{
    if (!m_query.filter().expression.isEmpty() || m_search->hasProblem()) {
        m_search->showFilter({});
        return search({});
    }
    m_table->clearSelection();
    m_table->setCurrentIndex({});
}

} // namespace views
