// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/eventspage.h"

#include "models/index/eventquery.h"
#include "models/index/filtercompleter.h"
#include "models/items/arrivals.h"
#include "models/items/eventsmodel.h"
#include "models/items/facetmodel.h"
#include "views/pages/eventcolumns.h"
#include "views/pages/eventswords.h"
#include "views/pages/filterhelp.h"
#include "views/pages/storesearchbar.h"
#include "views/pages/tablemenu.h"
#include "views/pages/timebar.h"
#include "views/pages/visitdivider.h"
#include "views/pages/waysoutoffer.h"
#include "views/widgets/chiprow.h"
#include "views/widgets/columnheader.h"
#include "views/widgets/eventtable.h"
#include "views/widgets/facetpanel.h"
#include "views/widgets/filtercompletion.h"
#include "views/widgets/filteredit.h"
#include "views/widgets/followstate.h"
#include "views/widgets/mistakeline.h"
#include "views/widgets/plaintext.h"
#include "views/widgets/valuemenu.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QVBoxLayout>

#include <utility>

namespace views {

namespace {

constexpr int facetsWidth = 208;
constexpr int detailWidth = 344;

} // namespace

EventsPage::EventsPage(models::EventsModel &model, models::EventQuery &query, QWidget *detail,
                       QWidget *parent)
    : Page(QStringLiteral("eventsPage"), parent), m_model(model), m_query(query),
      m_search(new FilterEdit(this)), m_chips(new ChipRow(this)),
      m_problem(new MistakeLine(QStringLiteral("eventsPage.problem"), this)),
      m_completer(new models::FilterCompleter(query.index(), this)),
      m_waysOut(new WaysOutOffer(query, this)), m_count(plainLabel({}, this)),
      m_table(new EventTable(this)), m_empty(new EmptyState(this)),
      m_times(new TimeBar(query, QStringLiteral("eventsPage.times"), this)),
      m_follow(new FollowState(this))
{
    m_search->setObjectName(QStringLiteral("eventsPage.search"));
    nameTable(*m_table, tr("Events"), *m_count);
    (new FilterCompletion(*m_search, *m_completer))
            ->setObjectName(QStringLiteral("eventsPage.recentFilters"));

    QList<models::FacetList *> facetModels;
    for (int field = 0; field < models::facetCount; ++field)
        facetModels += new models::FacetModel(query, models::Field(field), this);
    auto *facets = new FacetPanel(QStringLiteral("eventsPage.facets"), facetModels, this);

    auto *side = new QWidget(this);
    m_side = new QVBoxLayout(side);
    m_side->setContentsMargins(0, 0, 0, 0);
    m_side->setSpacing(0);
    m_side->addWidget(facets, 1);
    side->setFocusProxy(facets);

    arrange({ .search = m_search,
              .actions = {},
              .bars = { new StoreSearchBar(query, this) },
              .facets = side,
              .line = makeLine(),
              .table = m_table,
              .standIn = m_empty,
              .detail = detail,
              .sizes = { facetsWidth, 1280 - facetsWidth - detailWidth, detailWidth },
              .strip = m_times });
    connect(this, &Page::foldChanged, this, &EventsPage::refresh);

    m_table->showModel(
            model, [&model](qint64 id) { return model.rowOf(id); },
            [&query](qint64 after) { return models::arrivalsSince(query, after); });
    m_table->setDivider([&model] { return visitDivider(model); });
    m_columns = new EventColumns(m_table->columns(), model, query, this);
    connect(m_columns, &EventColumns::layoutChanged, this, &EventsPage::tableLayoutChanged);
    connectQuery();
    connectTable();
    connect(m_empty, &EmptyState::actionRequested, this, &EventsPage::emptyAction);
    showFilter();
    showOrder();
    refresh();
}

QHBoxLayout *EventsPage::makeLine()
{
    m_chips->setMinimumHeight(m_count->minimumHeight());
    auto *line = new QHBoxLayout;
    line->setContentsMargins(8, 0, 8, 8);
    line->setSpacing(16);
    line->addWidget(m_chips, 1);
    line->addWidget(m_problem, 1);
    m_follow->setObjectName(QStringLiteral("eventsPage.following"));
    line->addWidget(m_follow, 0, Qt::AlignTop);
    line->addWidget(m_count, 0, Qt::AlignTop);
    return line;
}

void EventsPage::connectQuery()
{
    using models::EventQuery;
    connect(&m_query, &EventQuery::filterChanged, this, &EventsPage::showFilter);
    connect(&m_query, &EventQuery::orderChanged, this, &EventsPage::showOrder);
    connect(&m_query, &EventQuery::rowsReplaced, this, &EventsPage::refresh);
    connect(&m_query, &EventQuery::rowsInserted, this, &EventsPage::refresh);
    connect(&m_query, &EventQuery::countsChanged, this, &EventsPage::refresh);
    connect(&m_query, &EventQuery::busyChanged, this, &EventsPage::refresh);
    connect(&m_query, &EventQuery::searchChanged, this, &EventsPage::refresh);
    const auto set = [this](const models::Filter &filter) { m_query.setFilter(filter); };
    connect(m_search, &FilterEdit::filterEntered, this, set);
    connect(m_chips, &ChipRow::filterRequested, this, set);
    connect(m_chips, &ChipRow::menuRequested, this,
            [this](const QString &clause, const QPoint &globalPosition) {
                makeClauseMenu(clause, m_query, m_chips)->popup(globalPosition);
            });
    connect(m_search, &FilterEdit::leaveRequested, this, [this] { m_table->setFocus(); });
    connect(m_search, &FilterEdit::problemChanged, this,
            [this](const models::Filter::Problem &problem) {
                m_problem->showProblem(problem);
                m_chips->setVisible(problem.text.isEmpty());
                refresh();
            });
    connect(m_problem, &MistakeLine::fixRequested, m_search, &FilterEdit::applyFix);
    connect(m_search, &FilterEdit::helpRequested, this, [this] { showFilterHelp(*this); });
    connect(m_waysOut, &WaysOutOffer::changed, this, &EventsPage::refresh);
    connect(m_empty, &EmptyState::offerTaken, m_waysOut, &WaysOutOffer::take);
}

void EventsPage::connectTable()
{
    connect(m_table, &EventTable::eventSelected, this, [this](qint64 id) {
        if (id != 0)
            offerDetails();
        emit eventSelected(id);
    });
    connect(m_table, &EventTable::openRequested, this, &EventsPage::openRequested);
    connect(m_table, &EventTable::searchRequested, this, &EventsPage::focusSearch);
    connect(m_table, &EventTable::escapeRequested, this, &EventsPage::leaveStepwise);
    connect(m_table, &EventTable::followRequested, this,
            [this] { m_query.setOrder(models::Order {}); });
    connect(m_table, &EventTable::followingChanged, m_follow,
            [this](bool following) { m_follow->showFollowing(following, m_table->pausedSince()); });
    connect(m_follow, &QAbstractButton::clicked, m_table, &EventTable::toggleFollowing);
    connect(m_table, &QWidget::customContextMenuRequested, this, &EventsPage::showTableMenu);
    addKeys();
}

void EventsPage::showFilter()
{
    m_table->startOver();
    m_search->showFilter(m_query.filter());
    m_chips->showFilter(m_query.filter());
    refresh();
}

void EventsPage::showOrder()
{
    m_table->startOver();
    m_table->setNewestFirst(m_query.order() == models::Order {});
}

models::TableLayout EventsPage::tableLayout() const
{
    return m_columns->layout();
}

void EventsPage::setTableLayout(const models::TableLayout &layout)
{
    m_columns->setLayout(layout);
}

void EventsPage::showAsColumn(const QString &path)
{
    m_columns->addPath(path);
}

void EventsPage::refresh()
{
    const qsizetype shown = qsizetype(m_query.rows().size());
    const qsizetype total = m_query.total();
    m_count->setText(countText(shown, total, !m_query.filter().isEmpty()));
    m_count->setVisible(total > 0);
    m_follow->setVisible(total > 0 && m_problem->isHidden()); // the words need the width
    showSides(total > 0); // with no event at all there is nothing at the sides
    const bool failed = m_state.phase == models::ReceiverState::Phase::Failed;
    if (total == 0)
        m_empty->showContent(m_loading && !failed ? loadingEvents(*m_loading)
                                                  : nothingReceived(m_state));
    else if (shown == 0 && m_query.searching())
        m_empty->showContent(searchingStore(m_query.searchProgress()));
    else if (shown == 0 && !m_query.busy())
        m_empty->showContent(nothingMatches(m_query.filter(), total, m_waysOut->ways()));
    if (shown > 0 || total == 0 || !m_query.busy())
        showTable(shown > 0);
    if (m_wanted != 0 && m_model.rowOf(m_wanted) >= 0)
        selectEvent(m_wanted);
}

void EventsPage::showState(const models::ReceiverState &state)
{
    m_state = state;
    m_follow->setReceiving(state.phase == models::ReceiverState::Phase::Listening);
    refresh();
}

void EventsPage::showUptime(const QList<models::UptimeRun> &runs)
{
    m_times->showUptime(runs);
}

void EventsPage::showLoading(qsizetype done)
{
    m_loading = done;
    refresh();
}

void EventsPage::finishLoading()
{
    m_loading.reset();
    refresh();
}

void EventsPage::selectEvent(qint64 id)
{
    const int row = m_model.rowOf(id);
    m_wanted = row < 0 ? id : 0;
    if (row >= 0) {
        m_table->selectRow(row);
        m_table->scrollTo(m_model.index(row, 0), QAbstractItemView::PositionAtCenter);
        unfoldDetails();
    } else if (!m_query.filter().isEmpty()) {
        m_query.setFilter({}); // refresh() selects it when the rows are there
    }
}

void EventsPage::setLastVisit(const std::optional<models::Instant> &visit)
{
    m_model.setLastVisit(visit);
    m_table->viewport()->update();
}

void EventsPage::addAboveFacets(QWidget *widget)
{
    constexpr int leastOfFacets = 200; // however much stands above them
    m_side->itemAt(m_side->count() - 1)->widget()->setMinimumHeight(leastOfFacets);
    m_side->insertWidget(m_side->count() - 1, widget);
}

void EventsPage::learnPaths(const QByteArray &body)
{
    m_completer->learn(body);
}

void EventsPage::leaveStepwise()
{
    if (!m_query.filter().isEmpty() || m_search->hasProblem()) {
        m_search->showFilter({});
        m_query.setFilter({});
    } else {
        m_table->clearSelection();
        m_table->setCurrentIndex({});
    }
}

void EventsPage::emptyAction()
{
    if (m_query.total() > 0)
        m_query.setFilter({});
    else
        emit settingsRequested();
}

} // namespace views
