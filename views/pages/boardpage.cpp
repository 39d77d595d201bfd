// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/boardpage.h"

#include "models/boards/boardkeeper.h"
#include "models/index/eventindex.h"
#include "models/items/boardfacet.h"
#include "models/items/eventtext.h"
#include "models/ports/boardsource.h"
#include "views/pages/boardwords.h"
#include "views/widgets/eventtable.h"
#include "views/widgets/facetpanel.h"
#include "views/widgets/plaintext.h"
#include "views/widgets/searchedit.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QMenu>

#include <utility>

namespace views {

BoardPage::BoardPage(const BoardParts &parts, Setup setup, QWidget *parent)
    : Page(setup.name, parent), m_parts(parts), m_setup(std::move(setup)),
      m_query(*m_setup.model, m_setup.searched, columnsOf(m_setup.facets)),
      m_search(new SearchEdit(std::chrono::milliseconds(150), this)), m_count(plainLabel({}, this)),
      m_table(new EventTable(new BoardDelegate(looksOf(m_setup.columns)), this)),
      m_empty(new EmptyState(this)),
      m_detail(new BoardPane(objectName() % u".details", m_setup.selectHint, this))
{
    nameParts();
    auto *line = new QHBoxLayout;
    line->setContentsMargins(8, 0, 8, 8);
    line->addStretch(1);
    line->addWidget(m_count);
    arrange({ .search = m_search,
              .actions = {},
              .bars = {},
              .facets = makeFacets(),
              .line = line,
              .table = m_table,
              .standIn = m_empty,
              .detail = m_detail,
              .sizes = { 208, 728, 344 } });
    connect(this, &Page::foldChanged, this, &BoardPage::refresh);
    m_setup.model->sort(m_setup.naturalColumn, Qt::DescendingOrder);
    m_table->showModel(*m_setup.model,
                       [this](qint64 id) { return m_setup.model->rowOf(quint32(id - 1)); });
    planColumns();
    m_table->startOver();
    connectTable();
    connectSearch();
    refresh();
}

std::vector<CellLook> BoardPage::looksOf(const std::vector<Column> &columns)
{
    std::vector<CellLook> looks;
    for (const Column &column : columns)
        looks.push_back(column.look);
    return looks;
}

QList<int> BoardPage::columnsOf(const QList<Facet> &facets)
{
    QList<int> columns;
    for (const Facet &facet : facets)
        columns += facet.column;
    return columns;
}

void BoardPage::nameParts()
{
    nameTable(*m_table, m_setup.title, *m_count);
    m_table->setRanked(m_setup.naturalColumn);
    m_search->setObjectName(objectName() % u".search");
    m_search->setPlaceholderText(m_setup.searchHint);
    m_search->setAccessibleName(m_setup.searchHint);
}

void BoardPage::planColumns()
{
    std::vector<ColumnPlan> plan;
    QList<int> descendingFirst;
    for (const Column &column : m_setup.columns) {
        if (column.descendingFirst)
            descendingFirst += int(plan.size());
        plan.push_back(column.plan);
    }
    m_table->columns().setPlan(std::move(plan), descendingFirst);
    m_table->columns().showOrder({});
}

QWidget *BoardPage::makeFacets()
{
    QList<models::FacetList *> facets;
    for (const Facet &facet : std::as_const(m_setup.facets))
        facets += new models::BoardFacet(m_query, facet.column, facet.name, this);
    return new FacetPanel(objectName() % u".facets", facets, this);
}

void BoardPage::connectSearch()
{
    connect(m_search, &SearchEdit::searchRequested, this, &BoardPage::search);
    connect(m_search, &SearchEdit::leaveRequested, this, &BoardPage::focusPlace);
    connect(&m_query, &models::BoardQuery::filterChanged, this, [this] {
        m_search->showSearch(m_query.filter().text);
        m_table->startOver();
        refresh();
    });
    connect(m_empty, &EmptyState::actionRequested, this, [this] { m_query.setFilter({}); });
}

void BoardPage::connectTable()
{
    connect(m_setup.model.get(), &models::BoardModel::boardChanged, this, [this] {
        refresh();
        if (isVisible()) // working out an entry can mean to look through the whole board
            showSelected(true);
    });
    connect(&m_parts.keeper, &models::BoardKeeper::stateChanged, this, &BoardPage::refresh);
    connect(m_table, &EventTable::eventSelected, this, &BoardPage::select);
    connect(m_table, &EventTable::searchRequested, this, &BoardPage::focusSearch);
    connect(m_table, &EventTable::escapeRequested, this, &BoardPage::leaveStepwise);
    connect(m_table, &QWidget::customContextMenuRequested, this, &BoardPage::showTableMenu);
    connect(m_table, &EventTable::openRequested, this, [this] {
        if (!m_actions.isEmpty())
            m_actions.constFirst()->trigger();
    });
    connect(m_detail, &BoardPane::eventRequested, this, &BoardPage::eventRequested);
}

QAction *BoardPage::addEntryAction(const QString &text, const QString &name,
                                   const std::function<void(quint32 place)> &act)
{
    auto *action = new QAction(text, m_table); // not the page's, which would make it a bar button
    action->setObjectName(objectName() % u'.' % name);
    action->setToolTip(text);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, [this, act] {
        if (const auto place = selectedPlace())
            act(*place);
    });
    m_actions += action;
    m_table->addAction(action);
    m_detail->addButton(action);
    return action;
}

QString BoardPage::text(quint32 term) const
{
    constexpr qsizetype longest = 500;
    return models::singleLine(m_parts.index.text(term), longest);
}

void BoardPage::search(const QString &text)
{
    models::BoardFilter filter = m_query.filter();
    filter.text = text;
    m_query.setFilter(filter);
}

void BoardPage::refresh()
{
    const models::BoardKeeper &keeper = m_parts.keeper;
    const int all = int(m_setup.model->size());
    const int shown = m_setup.model->rowCount();
    m_count->setText(countSince(m_setup.count(shown, all), keeper.boards().seenSince()));
    m_count->setVisible(all > 0);
    showSides(all > 0);
    if (!keeper.known())
        m_empty->showContent(boardNotKnown(keeper, m_setup.loading));
    else if (all > 0)
        m_empty->showContent(noEntryMatches(m_query, m_setup.noMatch, m_setup.showAll));
    else
        m_empty->showContent(m_setup.nothing);
    showTable(shown > 0);
}

void BoardPage::select(qint64 id)
{
    m_selected = id;
    if (id == 0)
        return m_detail->clear();
    offerDetails();
    showSelected(false);
}

void BoardPage::showSelected(bool same)
{
    if (const auto place = selectedPlace())
        m_detail->showEntry(entryAt(*place), same);
}

std::optional<quint32> BoardPage::selectedPlace() const
{
    return m_selected > 0 ? std::optional(quint32(m_selected - 1)) : std::nullopt;
}

void BoardPage::showTableMenu(const QPoint &position)
{
    const QModelIndex index = m_table->indexAt(position);
    if (!index.isValid())
        return;
    auto *menu = new QMenu(m_table);
    menu->setObjectName(objectName() % u".menu");
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions(m_actions);
    menu->addSeparator();
    const QVariant own = index.data(models::BoardModel::CopyRole);
    const QString value = (own.isValid() ? own : index.data()).toString();
    QAction *copy = menu->addAction(tr("Copy value"));
    copy->setEnabled(!value.isEmpty());
    connect(copy, &QAction::triggered, this,
            [value] { QGuiApplication::clipboard()->setText(value); });
    connect(menu->addAction(tr("Copy rows")), &QAction::triggered, m_table,
            &EventTable::copySelection);
    menu->popup(m_table->viewport()->mapToGlobal(position));
}

void BoardPage::leaveStepwise()
{
    if (!m_query.filter().text.isEmpty())
        return search({});
    m_table->clearSelection();
    m_table->setCurrentIndex({});
}

void BoardPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_parts.source.start();
    m_query.setActive(true);
    showSelected(true);
}

void BoardPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_query.setActive(false);
}

} // namespace views
