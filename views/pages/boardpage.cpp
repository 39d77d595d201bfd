// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/boardpage.h"

#include "models/boards/boardkeeper.h"
#include "models/items/boardfacet.h"
#include "views/pages/issueswords.h"
#include "views/widgets/boarddelegate.h"
#include "views/widgets/eventtable.h"
#include "views/widgets/facetpanel.h"
#include "views/widgets/plaintext.h"
#include "views/widgets/searchedit.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>

namespace views {

using models::FilteredBoard;

BoardPage::BoardPage(const QString &name, const Boards &boards, FilteredBoard &model,
                     QWidget *parent)
    : Page(name, parent), m_boards(boards), m_model(model), m_search(new SearchEdit(this)),
      m_count(plainLabel({}, this)), m_table(new EventTable(new BoardDelegate, this)),
      m_empty(new EmptyState(this))
{
}

void BoardPage::build(const Plan &plan)
{
    m_detail = plan.pane;
    m_actions = plan.actions;
    m_natural = plan.naturalColumn;
    m_table->setObjectName(QString(plan.name + QLatin1String(".table")));
    m_table->setAccessibleName(plan.title);
    m_table->columns().setObjectName(QString(plan.name + QLatin1String(".columns")));
    m_table->setNewestFirst(false);
    m_count->setObjectName(QString(plan.name + QLatin1String(".count")));
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_count->setMinimumHeight(fontMetrics().height() + 8);
    makeSearch(plan);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(8, 0, 8, 8);
    line->addStretch(1);
    line->addWidget(m_count);
    arrange({ .search = m_search,
              .actions = {},
              .bars = {},
              .facets = makeFacets(plan.name),
              .line = line,
              .table = m_table,
              .standIn = m_empty,
              .detail = m_detail,
              .sizes = { 208, 728, 344 } });
    connect(this, &Page::foldChanged, this, &BoardPage::refresh);
    m_table->showModel(m_model, [this](qint64 id) { return m_model.rowOf(quint32(id - 1)); });
    m_table->columns().setPlan(plan.columns, plan.descending);
    m_model.sort(m_natural, Qt::DescendingOrder);
    m_table->columns().showOrder({});
    m_table->startOver();
    connectTable(plan);
    refresh();
}

QWidget *BoardPage::makeFacets(const QString &name)
{
    QList<models::FacetList *> facets;
    for (int facet = 0; facet < m_model.facets(); ++facet)
        facets += new models::BoardFacet(m_model, facet, this);
    const QString panelName = name + QLatin1String(".facets");
    auto *panel = new FacetPanel(panelName, facets, this);
    panel->setObjectName(panelName);
    return panel;
}

void BoardPage::makeSearch(const Plan &plan)
{
    m_search->setObjectName(QString(plan.name + QLatin1String(".search")));
    m_search->setPlaceholderText(plan.searchHint);
    m_search->setAccessibleName(plan.searchHint);
    m_typing.setSingleShot(true);
    m_typing.setInterval(std::chrono::milliseconds(150));
    connect(m_search, &QLineEdit::textEdited, &m_typing, qOverload<>(&QTimer::start));
    connect(&m_typing, &QTimer::timeout, this,
            [this] { m_model.setText(m_search->text().trimmed()); });
    connect(m_search, &SearchEdit::leaveRequested, this, &BoardPage::focusPlace);
}

void BoardPage::connectTable(const Plan &plan)
{
    connect(&m_model, &FilteredBoard::filterChanged, this, [this] {
        m_typing.stop();
        if (m_search->text().trimmed() != m_model.text())
            m_search->setText(m_model.text());
        m_table->startOver();
        refresh();
    });
    connect(&m_model, &FilteredBoard::countsChanged, this, [this] {
        refresh();
        showSelected();
    });
    connect(&m_boards.keeper, &models::BoardKeeper::stateChanged, this, &BoardPage::refresh);
    connect(&m_table->columns(), &ColumnHeader::sortRequested, this,
            [this](const QList<SortKey> &keys) {
                const SortKey key = keys.isEmpty() ? SortKey { m_natural } : keys.constFirst();
                m_model.sort(key.column, key.order);
                m_table->columns().showOrder(keys.mid(0, 1));
            });
    connect(m_table, &EventTable::eventSelected, this, &BoardPage::select);
    if (!plan.actions.isEmpty())
        connect(m_table, &EventTable::openRequested, plan.actions.constFirst(), &QAction::trigger);
    connect(m_table, &EventTable::searchRequested, this, &BoardPage::focusSearch);
    connect(m_table, &EventTable::escapeRequested, this, [this] {
        if (!m_model.text().isEmpty())
            return m_model.setText({});
        m_table->clearSelection();
        m_table->setCurrentIndex({});
    });
    connect(m_table, &QWidget::customContextMenuRequested, this, &BoardPage::showTableMenu);
    connect(m_empty, &EmptyState::actionRequested, &m_model, &FilteredBoard::clearFilter);
    connect(m_detail, &EntryPane::eventRequested, this, &BoardPage::eventRequested);
}

void BoardPage::refresh()
{
    const models::BoardKeeper &keeper = m_boards.keeper;
    const int all = m_model.all();
    const int shown = m_model.rowCount();
    m_count->setText(countText(shown, all));
    m_count->setVisible(all > 0);
    showSides(all > 0);
    if (!keeper.known())
        m_empty->showContent(keeper.problem().isEmpty() ? loadingBoard(keeper.progress())
                                                        : issuesUnreadable(keeper.problem()));
    else
        m_empty->showContent(all > 0 ? noMatch() : nothingYet());
    showTable(shown > 0);
}

void BoardPage::select(qint64 id)
{
    m_selected = id;
    if (id == 0)
        return m_detail->clear();
    offerDetails();
    showSelected();
}

std::optional<quint32> BoardPage::selectedPlace() const
{
    return m_selected > 0 ? std::optional(quint32(m_selected - 1)) : std::nullopt;
}

void BoardPage::showSelected()
{
    if (const auto place = selectedPlace())
        m_detail->showEntry(entryAt(*place));
}

void BoardPage::choose(quint32 place)
{
    if (m_model.rowOf(place) < 0)
        m_model.clearFilter();
    if (const int row = m_model.rowOf(place); row >= 0)
        m_table->selectRow(row);
}

void BoardPage::showTableMenu(const QPoint &position)
{
    const QModelIndex index = m_table->indexAt(position);
    if (!index.isValid())
        return;
    auto *menu = new QMenu(m_table);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions(m_actions);
    menu->addSeparator();
    connect(menu->addAction(tr("Copy rows")), &QAction::triggered, m_table,
            &EventTable::copySelection);
    menu->popup(m_table->viewport()->mapToGlobal(position));
}

void BoardPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_boards.source.start();
}

} // namespace views
