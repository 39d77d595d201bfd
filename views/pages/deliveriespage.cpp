// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/deliveriespage.h"

#include "models/domain/receiverstate.h"
#include "models/items/deliveryfacet.h"
#include "models/ports/deliveryarchive.h"
#include "views/detail/deliverypane.h"
#include "views/pages/banbar.h"
#include "views/pages/deliverieswords.h"
#include "views/pages/deliverymenu.h"
#include "views/pages/exportbar.h"
#include "views/widgets/columnheader.h"
#include "views/widgets/deliverydelegate.h"
#include "views/widgets/emptystate.h"
#include "views/widgets/eventtable.h"
#include "views/widgets/facetpanel.h"
#include "views/widgets/followstate.h"
#include "views/widgets/icon.h"
#include "views/widgets/messagebar.h"
#include "views/widgets/plaintext.h"
#include "views/widgets/searchedit.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QScrollBar>

#include <utility>

namespace views {

using models::DeliveryArchive;
using models::DeliveryFacet;

DeliveriesPage::DeliveriesPage(DeliveryArchive &archive, QWidget *parent)
    : Page(QStringLiteral("deliveriesPage"), parent), m_archive(archive), m_query(archive),
      m_model(m_query), m_results(new DeliveryFacet(m_query, DeliveryFacet::Field::Result, this)),
      m_peers(new DeliveryFacet(m_query, DeliveryFacet::Field::Peer, this)),
      m_causes(new DeliveryFacet(m_query, DeliveryFacet::Field::Cause, this)),
      m_search(new SearchEdit(std::chrono::milliseconds(200), this)), m_bans(new BanBar(this)),
      m_export(new ExportBar(archive, this)), m_failure(new MessageBar(this)),
      m_count(plainLabel({}, this)), m_follow(new FollowState(this)),
      m_table(new EventTable(new DeliveryDelegate, this)), m_empty(new EmptyState(this)),
      m_detail(new DeliveryPane(this)),
      m_exportAction(new QAction(icon(QLatin1String("export")), tr("Export requests…"), this))
{
    nameTable(*m_table, tr("Requests"), *m_count);
    m_search->setObjectName(QStringLiteral("deliveriesPage.search"));
    m_search->setPlaceholderText(tr("Search peer, path or cause"));
    m_search->setAccessibleName(tr("Search requests"));
    m_follow->setObjectName(QStringLiteral("deliveriesPage.following"));
    m_failure->setObjectName(QStringLiteral("deliveriesPage.failure"));
    m_exportAction->setObjectName(QStringLiteral("deliveriesPage.exportAction"));
    connect(m_exportAction, &QAction::triggered, this, [this] { m_export->ask(m_query.filter()); });
    auto *line = new QHBoxLayout;
    line->setContentsMargins(8, 0, 8, 8);
    line->setSpacing(16);
    line->addStretch(1);
    line->addWidget(m_follow);
    line->addWidget(m_count);
    arrange({ .search = m_search,
              .actions = { m_exportAction },
              .bars = { m_bans, m_export, m_failure },
              .facets = makeFacets(),
              .line = line,
              .table = m_table,
              .standIn = m_empty,
              .detail = m_detail,
              .sizes = { 208, 728, 344 } });
    connect(this, &Page::foldChanged, this, &DeliveriesPage::refresh);

    m_table->showModel(m_model, [this](qint64 id) { return m_model.rowOf(id); });
    planDeliveryColumns(m_table->columns(), fontMetrics());
    connectArchive();
    connectTable();
    refresh();
}

QWidget *DeliveriesPage::makeFacets()
{
    const QList<models::FacetList *> facets { m_results, m_peers, m_causes };
    return new FacetPanel(QStringLiteral("deliveriesPage.facets"), facets, this);
}

void DeliveriesPage::connectArchive()
{
    connect(&m_query, &models::DeliveryQuery::filterChanged, this, &DeliveriesPage::showFilter);
    connect(&m_query, &models::DeliveryQuery::countsChanged, this, &DeliveriesPage::refresh);
    connect(&m_model, &models::DeliveriesModel::stateChanged, this, &DeliveriesPage::refresh);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &DeliveriesPage::refresh);
    connect(&m_archive, &DeliveryArchive::detailLoaded, this,
            [this](models::DeliveryDetail detail) {
                // The row may stand for a storm of which this is the latest.
                if (const int row = m_model.rowOf(detail.record.id); row >= 0)
                    detail.record = m_model.row(row).record;
                if (detail.record.id == m_selected)
                    m_detail->showDelivery(detail);
                if (detail.record.id == std::exchange(m_showEventOf, 0) && !detail.events.isEmpty())
                    emit eventRequested(detail.events.constFirst());
            });
    connect(&m_archive, &DeliveryArchive::partAccepted, m_detail, &DeliveryPane::showAccepted);
    connect(&m_archive, &DeliveryArchive::acceptFailed, m_detail, &DeliveryPane::showAcceptFailed);
    connect(m_detail, &DeliveryPane::acceptRequested, this,
            [this](qint64 delivery, int position) { m_archive.acceptPart(delivery, position); });
    connect(m_detail, &DeliveryPane::eventRequested, this, &DeliveriesPage::eventRequested);
    connect(m_detail, &DeliveryPane::copied, this, &DeliveriesPage::copied);
    connect(m_bans, &BanBar::liftRequested, this, &DeliveriesPage::liftRequested);
    connect(m_failure, &MessageBar::actionRequested, &m_model, &models::DeliveriesModel::restart);
    connect(m_search, &SearchEdit::searchRequested, this, [this](const QString &text) {
        models::DeliveryFilter filter = m_query.filter();
        filter.text = text;
        setFilter(filter);
    });
}

void DeliveriesPage::connectTable()
{
    m_table->columns().setSectionsClickable(false); // newest first, always
    m_table->columns().setSortIndicatorShown(false);
    connect(m_table, &EventTable::eventSelected, this, &DeliveriesPage::select);
    connect(m_table, &EventTable::openRequested, this, &DeliveriesPage::unfoldDetails);
    connect(m_table, &EventTable::searchRequested, this, &DeliveriesPage::focusSearch);
    connect(m_table, &EventTable::escapeRequested, this, &DeliveriesPage::leaveStepwise);
    connect(m_table, &QWidget::customContextMenuRequested, this, &DeliveriesPage::showTableMenu);
    connect(m_table, &EventTable::followingChanged, m_follow,
            [this](bool following) { m_follow->showFollowing(following, m_table->pausedSince()); });
    connect(m_follow, &QAbstractButton::clicked, m_table, &EventTable::toggleFollowing);
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (value == 0 && m_model.isDetached())
            m_model.restart();
    });
    connect(m_search, &SearchEdit::leaveRequested, this, &DeliveriesPage::focusPlace);
    connect(m_empty, &EmptyState::actionRequested, this, &DeliveriesPage::emptyAction);
}

void DeliveriesPage::setBans(const QList<models::Ban> &bans)
{
    m_bans->setBans(bans);
}

void DeliveriesPage::showState(const models::ReceiverState &state)
{
    m_follow->setReceiving(state.phase == models::ReceiverState::Phase::Listening);
}

void DeliveriesPage::showRefused()
{
    models::DeliveryFilter filter;
    filter.results = models::DeliveryResult::Refused;
    setFilter(filter);
}

void DeliveriesPage::setFilter(const models::DeliveryFilter &filter)
{
    m_table->startOver();
    m_query.setFilter(filter);
}

void DeliveriesPage::showFilter()
{
    m_search->showSearch(m_query.filter().text);
    refresh();
}

void DeliveriesPage::refresh()
{
    using State = models::DeliveriesModel::State;
    const bool filtered = m_query.filter() != models::DeliveryFilter {};
    const bool rows = m_model.rowCount() > 0;
    const bool any = rows || filtered;
    m_count->setText(requestCount(m_query.counts().requests, m_query.total(), filtered));
    m_count->setVisible(any);
    m_follow->setVisible(rows);
    showSides(any);
    m_exportAction->setEnabled(rows);
    if (rows && !m_model.problem().isEmpty())
        m_failure->showMessage(m_model.problem(), tr("Try again"));
    else
        m_failure->clearMessage();
    const State state = m_model.state();
    if (state == State::Failed)
        m_empty->showContent(requestsUnreadable(m_model.problem()));
    else if (state != State::Ready)
        m_empty->showContent(loadingRequests());
    else
        m_empty->showContent(filtered ? noRequestMatches(m_query.filter()) : noRequests());
    showTable(rows);
}

void DeliveriesPage::select(qint64 id)
{
    m_selected = id;
    if (id == 0)
        return m_detail->clear();
    offerDetails();
    m_archive.loadDetail(id);
}

void DeliveriesPage::leaveStepwise()
{
    if (m_query.filter() != models::DeliveryFilter {}) {
        setFilter({});
    } else {
        m_table->clearSelection();
        m_table->setCurrentIndex({});
    }
}

void DeliveriesPage::emptyAction()
{
    if (m_model.state() == models::DeliveriesModel::State::Failed)
        m_model.restart();
    else if (m_query.filter() != models::DeliveryFilter {})
        setFilter({});
    else
        emit settingsRequested();
}

void DeliveriesPage::showTableMenu(const QPoint &position)
{
    const QModelIndex index = m_table->indexAt(position);
    if (!index.isValid())
        return;
    const models::DeliveryRecord record = m_model.row(index.row()).record;
    using models::DeliveriesModel;
    QMenu *menu = nullptr;
    if (index.column() == DeliveriesModel::Result || record.peer.isEmpty())
        menu = makeDeliveryMenu(*m_table, *m_results, QString::number(int(record.result())));
    else if (index.column() == DeliveriesModel::Cause && !record.cause.isEmpty())
        menu = makeDeliveryMenu(*m_table, *m_causes, record.cause);
    else
        menu = makeDeliveryMenu(*m_table, *m_peers, record.peer);
    if (record.events > 0) {
        connect(menu->addAction(tr("Show its event")), &QAction::triggered, this,
                [this, id = record.id] {
                    m_showEventOf = id;
                    m_archive.loadDetail(id);
                });
    }
    menu->addAction(m_exportAction);
    menu->popup(m_table->viewport()->mapToGlobal(position));
}

void DeliveriesPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_query.setActive(true);
}

void DeliveriesPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_query.setActive(false);
}

} // namespace views
