// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/rowfollower.h"

#include "models/domain/severity.h"
#include "models/items/eventsmodel.h"
#include "views/widgets/eventtable.h"

#include <QItemSelectionModel>
#include <QScrollBar>

#include <utility>

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
        if (m_resetting)
            return;
        if (value == 0 && m_newestFirst)
            m_held = false;
        if (isFollowing())
            settle();
        tellState();
    });
}

void RowFollower::watch(QAbstractItemModel *model, ArrivalsSince arrivalsSince)
{
    m_arrivalsSince = std::move(arrivalsSince);
    connect(model, &QAbstractItemModel::rowsAboutToBeInserted, this, &RowFollower::rowsWillCome);
    connect(model, &QAbstractItemModel::rowsInserted, this, &RowFollower::rowsCame);
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, &RowFollower::resetWillCome);
    connect(model, &QAbstractItemModel::modelReset, this, &RowFollower::resetCame);
    connect(m_table.selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &RowFollower::tellState);
    m_seen = m_base = qMax<qint64>(m_table.idAt(0), 0);
}

void RowFollower::setNewestFirst(bool newestFirst)
{
    m_newestFirst = newestFirst;
    tellState();
}

void RowFollower::setRanked()
{
    m_ranked = true;
    setNewestFirst(false);
}

bool RowFollower::isAtRest() const
{
    return m_table.verticalScrollBar()->value() == 0
            && (!m_table.selectionModel() || !m_table.selectionModel()->hasSelection());
}

void RowFollower::pause()
{
    m_held = true;
    tellState();
}

void RowFollower::resume()
{
    m_held = false;
    settle();
    tellState();
}

void RowFollower::settle()
{
    m_base = m_seen;
    if (m_rows == 0)
        return;
    m_rows = 0;
    m_urgent = 0;
    emit countsChanged(0, 0);
}

bool RowFollower::isFollowing() const
{
    return m_newestFirst && !m_held && isAtRest();
}

void RowFollower::tellState()
{
    const bool following = isFollowing();
    if (following == m_told)
        return;
    m_told = following;
    if (!following)
        m_since = models::now();
    emit followingChanged(following);
}

void RowFollower::rowsWillCome()
{
    m_followed = isFollowing();
    m_atRest = isAtRest();
    m_top = m_table.verticalScrollBar()->value();
}

void RowFollower::rowsCame(const QModelIndex &, int first, int last)
{
    if (m_followed) {
        m_seen = qMax(m_seen, m_table.idAt(first)); // newest first
        m_base = m_seen;
        return;
    }
    if (first <= m_top && !(m_ranked && m_atRest)) {
        m_table.settleLayout(); // the scroll bar must know the new length before it can move
        m_table.verticalScrollBar()->setValue(m_top + last - first + 1);
    }
    if (m_ranked)
        return;
    const QAbstractItemModel *model = m_table.model();
    const int until = qMin(last, first + mostLookedAt - 1);
    int came = 0;
    for (int row = first; row <= until; ++row) {
        const QModelIndex index = model->index(row, 0);
        const qint64 id = index.data(models::EventsModel::IdRole).toLongLong();
        if (id <= m_base)
            continue;
        m_seen = qMax(m_seen, id);
        const int severity = index.data(models::EventsModel::SeverityRole).toInt();
        m_urgent += severity == int(models::Severity::Urgent) ? 1 : 0;
        ++came;
    }
    if (came == 0)
        return;
    m_rows += came + last - until;
    emit countsChanged(m_rows, m_urgent);
}

void RowFollower::resetWillCome()
{
    const QItemSelectionModel *selection = m_table.selectionModel();
    m_resetting = true;
    m_followed = isFollowing();
    m_atRest = isAtRest();
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
    const bool anew = m_followed || m_startOver || (m_ranked && m_atRest);
    const int top = anew ? -1 : m_table.rowOf(m_topId);
    if (top >= 0)
        m_table.verticalScrollBar()->setValue(top);
    else if (current.isValid())
        m_table.scrollTo(current);
    else
        m_table.scrollToTop();
    countAfterReset();
    m_startOver = false;
    m_resetting = false;
    tellState();
}

void RowFollower::countAfterReset()
{
    if (m_arrivalsSince) {
        const models::Arrivals came = m_arrivalsSince(m_seen);
        m_seen = qMax(m_seen, came.newest);
        if (!m_startOver && !m_followed && came.rows > 0) {
            m_rows += came.rows;
            m_urgent += came.urgent;
            emit countsChanged(m_rows, m_urgent);
        }
    } else if (m_followed) {
        m_seen = qMax(m_seen, m_table.idAt(0));
    }
    if (m_startOver || isFollowing())
        settle();
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
