// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/rowfollower.h"

#include "models/domain/severity.h"
#include "models/items/eventsmodel.h"
#include "views/widgets/eventtable.h"

#include <QItemSelectionModel>
#include <QScrollBar>

namespace views {

namespace {

/// More selected rows than these are not found again one by one after a reset.
constexpr size_t mostKept = 1000;
/// Of a larger batch the urgent ones are counted in the first rows only.
constexpr int mostLookedAt = 4096;

} // namespace

RowFollower::RowFollower(EventTable &table) : QObject(&table), m_table(table)
{
    connect(table.verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (value == 0)
            settle();
    });
}

void RowFollower::watch(QAbstractItemModel *model)
{
    connect(model, &QAbstractItemModel::rowsAboutToBeInserted, this, &RowFollower::rowsWillCome);
    connect(model, &QAbstractItemModel::rowsInserted, this, &RowFollower::rowsCame);
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, &RowFollower::resetWillCome);
    connect(model, &QAbstractItemModel::modelReset, this, &RowFollower::resetCame);
}

void RowFollower::settle()
{
    if (m_rows == 0)
        return;
    m_rows = 0;
    m_urgent = 0;
    emit countsChanged(0, 0);
}

bool RowFollower::following() const
{
    return m_table.verticalScrollBar()->value() == 0 && !m_table.selectionModel()->hasSelection();
}

void RowFollower::rowsWillCome()
{
    m_followed = following();
    m_top = m_table.verticalScrollBar()->value();
}

void RowFollower::rowsCame(const QModelIndex &, int first, int last)
{
    if (m_followed || first > m_top)
        return; // nothing in sight has moved
    m_table.settleLayout(); // the scroll bar must know the new length before it can move
    m_table.verticalScrollBar()->setValue(m_top + last - first + 1);
    const QAbstractItemModel *model = m_table.model();
    const int until = qMin(last, first + mostLookedAt - 1);
    for (int row = first; row <= until; ++row) {
        const int severity = model->index(row, 0).data(models::EventsModel::SeverityRole).toInt();
        m_urgent += severity == int(models::Severity::Urgent) ? 1 : 0;
    }
    m_rows += last - first + 1;
    emit countsChanged(m_rows, m_urgent);
}

void RowFollower::resetWillCome()
{
    const QItemSelectionModel *selection = m_table.selectionModel();
    m_followed = following();
    m_topId = m_table.idAt(m_table.verticalScrollBar()->value());
    m_currentId = selection->hasSelection() ? m_table.idAt(selection->currentIndex().row()) : 0;
    m_selectedIds.clear();
    for (const QItemSelectionRange &range : selection->selection()) {
        for (int row = range.top(); row <= range.bottom() && m_selectedIds.size() < mostKept; ++row)
            m_selectedIds.push_back(m_table.idAt(row));
    }
}

void RowFollower::resetCame()
{
    m_table.settleLayout();
    restoreSelection();
    const QModelIndex current = m_table.selectionModel()->currentIndex();
    const int top = m_followed || m_startOver ? -1 : m_table.rowOf(m_topId);
    if (top >= 0)
        m_table.verticalScrollBar()->setValue(top);
    else if (current.isValid())
        m_table.scrollTo(current);
    else
        m_table.scrollToTop();
    if (m_startOver || m_table.verticalScrollBar()->value() == 0)
        settle();
    m_startOver = false;
}

void RowFollower::restoreSelection()
{
    const QAbstractItemModel *model = m_table.model();
    QItemSelection found;
    for (const qint64 id : m_selectedIds) {
        const int row = m_table.rowOf(id);
        if (row >= 0)
            found.append(QItemSelectionRange(model->index(row, 0),
                                             model->index(row, model->columnCount() - 1)));
    }
    if (found.isEmpty())
        return;
    // The view has just been reset and paints anew; nobody should hear of the steps between.
    const QSignalBlocker silent(m_table.selectionModel());
    const int current = m_table.rowOf(m_currentId);
    m_table.selectionModel()->setCurrentIndex(
            model->index(current >= 0 ? current : found.constFirst().top(), 0),
            QItemSelectionModel::NoUpdate);
    m_table.selectionModel()->select(found, QItemSelectionModel::ClearAndSelect);
}

} // namespace views
