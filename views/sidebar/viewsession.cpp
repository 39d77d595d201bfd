// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sidebar/viewsession.h"

#include "models/index/eventquery.h"
#include "views/pages/eventcolumns.h"

#include <QScopedValueRollback>

namespace views {

using models::EventQuery;
using models::SavedView;
using models::SavedViewList;

ViewSession::ViewSession(SavedViewList &list, EventQuery &query, EventColumns &columns,
                         QObject *parent)
    : QObject(parent), m_list(list), m_query(query), m_columns(columns),
      m_standard(columns.layout().columns)
{
    connect(&query, &EventQuery::filterChanged, this, [this] {
        const int row = activeRow();
        if (!m_choosing && row >= 0 && m_query.filter().isEmpty()
            && !m_list.at(row).filter.isEmpty()) {
            keepColumns();
            m_active = 0;
        }
        judge();
    });
    connect(&query, &EventQuery::orderChanged, this, &ViewSession::judge);
    connect(&list, &SavedViewList::viewsChanged, this, &ViewSession::judge);
}

QList<models::TableLayout::Column> ViewSession::columns() const
{
    QList<models::TableLayout::Column> now = m_columns.layout().columns;
    if (now == m_standard)
        now.clear();
    return now;
}

SavedView ViewSession::current() const
{
    SavedView view;
    view.filter = m_query.filter().text();
    view.order = m_query.order();
    view.columns = columns();
    return view;
}

void ViewSession::choose(int row)
{
    if (row < 0 || row >= m_list.rowCount())
        return;
    keepColumns(); // the row stays what it is
    const SavedView view = m_list.at(row);
    if (view.shows == SavedView::Shows::Refused) {
        emit refusedRequested();
        return;
    }
    const models::Filter::Parsed parsed = models::Filter::parse(view.filter);
    if (!parsed.filter) {
        emit failed(tr("“%1” cannot be shown: %2").arg(view.name, parsed.problem.text));
        return;
    }
    const QScopedValueRollback choosing(m_choosing, true);
    m_active = m_list.keyAt(row);
    m_columns.setLayout({ view.columns.isEmpty() ? m_standard : view.columns, view.order });
    if (m_query.filter() == *parsed.filter)
        m_query.askAgain();
    else
        m_query.setFilter(*parsed.filter);
    judge();
    emit changed();
}

void ViewSession::save()
{
    const int row = activeRow();
    if (row >= 0)
        m_list.replace(row, current());
}

qint64 ViewSession::saveAsNew()
{
    const int row = activeRow();
    SavedView view = current();
    view.name = row < 0 ? tr("New view") : m_list.at(row).name;
    const qint64 key = m_list.add(view, row);
    if (key != 0) {
        m_active = key;
        judge();
        emit changed();
    }
    return key;
}

void ViewSession::keepColumns()
{
    const int row = activeRow();
    if (row < 0)
        return;
    SavedView view = m_list.at(row);
    view.columns = columns();
    m_list.replace(row, view);
}

void ViewSession::judge()
{
    const int row = activeRow();
    const bool gone = m_active != 0 && row < 0;
    if (gone)
        m_active = 0;
    bool modified = false;
    if (row >= 0) {
        const SavedView &view = m_list.at(row);
        const models::Filter::Parsed parsed = models::Filter::parse(view.filter);
        modified = view.order != m_query.order() || !parsed.filter
                || *parsed.filter != m_query.filter();
    }
    m_modified = modified;
    if (!m_choosing)
        emit changed();
}

} // namespace views
