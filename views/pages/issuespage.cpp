// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/issuespage.h"

#include "models/boards/boardkeeper.h"
#include "models/boards/triagedesk.h"
#include "models/index/eventindex.h"
#include "models/index/filtercompleter.h"
#include "models/items/issuefacet.h"
#include "views/detail/issuepane.h"
#include "views/keys/keynotes.h"
#include "views/pages/boardwords.h"
#include "views/pages/issuecolumns.h"
#include "views/pages/issueswords.h"
#include "views/pages/triageactions.h"
#include "views/widgets/chiprow.h"
#include "views/widgets/columnheader.h"
#include "views/widgets/emptystate.h"
#include "views/widgets/eventtable.h"
#include "views/widgets/facetpanel.h"
#include "views/widgets/filteredit.h"
#include "views/widgets/icon.h"
#include "views/widgets/issuedelegate.h"
#include "views/widgets/messagebar.h"
#include "views/widgets/mistakeline.h"
#include "views/widgets/plaintext.h"
#include "views/widgets/undotoast.h"

#include <QAction>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QShortcut>

#include <utility>

namespace views {

using models::IssuesModel;

namespace {
/// What opened last comes first where nobody sorted otherwise.
constexpr int naturalColumn = IssuesModel::Opened;
} // namespace

IssuesPage::IssuesPage(const Parts &parts, QWidget *parent)
    : Page(QStringLiteral("issuesPage"), parent), m_parts(parts),
      m_model(parts.keeper, parts.desk, parts.index), m_query(m_model, parts.index),
      m_search(new FilterEdit(this, models::FilterScope::IssuesOnly)),
      m_progress(new MessageBar(this)), m_chips(new ChipRow(this)),
      m_problem(new MistakeLine(QStringLiteral("issuesPage.problem"), this)),
      m_completer(new models::FilterCompleter(
              models::FilterScope::IssuesOnly, [this] { return m_query.counter(); }, this)),
      m_count(plainLabel({}, this)), m_table(new EventTable(new IssueDelegate, this)),
      m_empty(new EmptyState(this)), m_undo(new UndoToast(this)),
      m_triage(new TriageActions({ .page = *this,
                                   .table = *m_table,
                                   .desk = parts.desk,
                                   .undo = *m_undo,
                                   .progress = *m_progress,
                                   .me = parts.me,
                                   .selected = [this] { return selectedEvents(); },
                                   .shown = [this] { return shownEvents(); } },
                                 this)),
      m_detail(new IssuePane(parts.index, m_triage->actions(), this))
{
    nameTable(*m_table, tr("Issues"), *m_count);
    m_table->setRanked(naturalColumn);
    m_progress->setObjectName(QStringLiteral("issuesPage.progress"));
    makeSearch();
    auto *line = new QHBoxLayout;
    line->setContentsMargins(8, 0, 8, 8);
    line->setSpacing(16);
    m_chips->setMinimumHeight(m_count->minimumHeight());
    line->addWidget(m_chips, 1);
    line->addWidget(m_problem, 1);
    line->addWidget(m_count, 0, Qt::AlignTop);
    arrange({ .search = m_search,
              .actions = makeActions(),
              .bars = { m_progress },
              .facets = makeFacets(),
              .line = line,
              .table = m_table,
              .standIn = m_empty,
              .detail = m_detail,
              .sizes = { 208, 728, 344 } });
    connect(this, &Page::foldChanged, this, &IssuesPage::refresh);
    m_table->showModel(m_model, [this](qint64 id) { return m_model.rowOf(quint32(id - 1)); });
    planIssueColumns(m_table->columns(), fontMetrics());
    m_model.sort(naturalColumn, Qt::DescendingOrder);
    m_table->columns().showOrder({});
    m_table->startOver();
    connectTable();
    connectFilter();
    showClauses();
    refresh();
}

QList<QAction *> IssuesPage::makeActions()
{
    auto *since = new QAction(icon(QLatin1String("changes")), tr("What changed…"), this);
    since->setObjectName(QStringLiteral("issuesPage.since"));
    since->setToolTip(tr("What changed since your last visit, or between two moments"));
    connect(since, &QAction::triggered, this, &IssuesPage::sinceRequested);
    auto *baseline = new QAction(icon(QLatin1String("compare")), tr("Compare with a list…"), this);
    baseline->setObjectName(QStringLiteral("issuesPage.baseline"));
    baseline->setToolTip(tr("Compare with a list of the issues that are open in the portal"));
    connect(baseline, &QAction::triggered, this, &IssuesPage::baselineRequested);
    return { since, baseline };
}

QWidget *IssuesPage::makeFacets()
{
    using Field = models::IssueFacet::Field;
    QList<models::FacetList *> facets;
    for (const Field field : { Field::Class, Field::Severity, Field::Standing, Field::Group })
        facets += new models::IssueFacet(m_query, field, this);
    return new FacetPanel(QStringLiteral("issuesPage.facets"), facets, this);
}

void IssuesPage::setPolicy(const models::OverduePolicy &policy)
{
    m_model.setPolicy(policy);
}

void IssuesPage::connectTable()
{
    connect(&m_model, &IssuesModel::countsChanged, this, [this] {
        refresh();
        m_missed = !isVisible();
        if (!m_missed)
            showSelected(true);
    });
    connect(&m_model, &QAbstractItemModel::modelReset, this, &IssuesPage::refresh);
    connect(&m_parts.keeper, &models::BoardKeeper::stateChanged, this, &IssuesPage::refresh);
    connect(m_table, &EventTable::eventSelected, this, &IssuesPage::select);
    connect(m_table, &EventTable::openRequested, this, [this](qint64 id) {
        if (const int row = m_model.rowOf(quint32(id - 1)); row >= 0)
            emit openRequested(m_model.issueAt(row).newestEvent);
    });
    connect(m_table, &EventTable::searchRequested, this, &IssuesPage::focusSearch);
    connect(m_table, &EventTable::escapeRequested, this, &IssuesPage::leaveStepwise);
    connect(m_table, &QWidget::customContextMenuRequested, this, &IssuesPage::showTableMenu);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this] { m_triage->setEnabled(m_table->selectionModel()->hasSelection()); });
    m_triage->setEnabled(false);
    connect(m_triage, &TriageActions::hinted, this, &IssuesPage::hinted);
    const auto showObstacle = [this] { m_detail->setActsObstacle(m_triage->obstacle()); };
    connect(m_triage, &TriageActions::obstacleChanged, m_detail, showObstacle);
    showObstacle();
    auto *open = new QShortcut(QKeySequence(Qt::Key_O), m_table);
    open->setContext(Qt::WidgetWithChildrenShortcut);
    noteKey(*open, KeyGroup::TriageTables, tr("Open in portal"));
    connect(open, &QShortcut::activated, this, [this] {
        if (const auto place = selectedPlace())
            emit openRequested(m_parts.keeper.boards().issues().issue(*place).newestEvent);
    });
    connect(m_detail, &IssuePane::openRequested, open, &QShortcut::activated);
    connect(m_detail, &IssuePane::eventRequested, this, &IssuesPage::eventRequested);
    connect(m_detail, &IssuePane::valueMenuRequested, this, &IssuesPage::showValueMenu);
    connect(m_detail, &IssuePane::sameRuleRequested, this, [this] {
        if (const auto place = selectedPlace())
            showSameRule(*place);
    });
    connect(m_detail, &IssuePane::sameAssetRequested, this, [this] {
        if (const auto place = selectedPlace())
            showSameAsset(*place);
    });
    connect(m_detail, &IssuePane::eventsRequested, this, [this] {
        if (const auto place = selectedPlace())
            emit eventsRequested(
                    m_parts.index.text(m_parts.keeper.boards().issues().state(*place).subject));
    });
    m_minute.setInterval(std::chrono::minutes(1));
    connect(&m_minute, &QTimer::timeout, &m_model, &IssuesModel::refreshTimes);
}

void IssuesPage::refresh()
{
    const models::BoardKeeper &keeper = m_parts.keeper;
    const int all = int(keeper.boards().issues().size());
    const int shown = m_model.rowCount();
    m_count->setText(issueCount(shown, all, keeper.boards().seenSince()));
    m_count->setVisible(all > 0);
    showSides(all > 0);
    if (!keeper.known())
        m_empty->showContent(boardNotKnown(keeper, tr("Working out the issues")));
    else if (all == 0)
        m_empty->showContent(noIssues());
    else if (shown == 0 && !m_query.isBusy()) // words cost a look through the board
        m_empty->showContent(noIssueMatches(clauses(), m_query.tally()));
    if (shown > 0 || all == 0 || !m_query.isBusy())
        showTable(shown > 0);
}

std::vector<qint64> IssuesPage::selectedEvents() const
{
    std::vector<qint64> events;
    const QItemSelection selected = m_table->selectionModel()->selection();
    for (const QItemSelectionRange &range : selected) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            events.push_back(m_model.issueAt(row).newestEvent);
    }
    return events;
}

std::vector<qint64> IssuesPage::shownEvents() const
{
    std::vector<qint64> events;
    for (int row = 0; row < m_model.rowCount(); ++row)
        events.push_back(m_model.issueAt(row).newestEvent);
    return events;
}

void IssuesPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_parts.source.start();
    m_parts.desk.refresh();
    m_minute.start();
    m_query.setActive(true);
    if (models::now() - m_model.moment() > m_minute.intervalAsDuration())
        m_model.refreshTimes(); // time went on while nobody looked
    if (std::exchange(m_missed, false))
        showSelected(true);
}

void IssuesPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_minute.stop();
    m_query.setActive(false);
}

} // namespace views
