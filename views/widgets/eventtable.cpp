// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/eventtable.h"

#include "models/items/eventsmodel.h"
#include "views/widgets/colors.h"
#include "views/widgets/columnheader.h"
#include "views/widgets/eventdelegate.h"
#include "views/widgets/newrowspill.h"
#include "views/widgets/rowstext.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace views {

EventTable::EventTable(QWidget *parent) : EventTable(new EventDelegate, parent) { }

EventTable::EventTable(RowDelegate *delegate, QWidget *parent)
    : QTableView(parent), m_columns(new ColumnHeader(this)), m_delegate(delegate),
      m_follower(new RowFollower(*this)), m_pill(new NewRowsPill(this)), m_divider(*this)
{
    setHorizontalHeader(m_columns);
    m_columns->setSortIndicatorShown(true); // which the view has just switched off
    m_delegate->setParent(this);
    setItemDelegate(m_delegate);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setMouseTracking(true);
    setContextMenuPolicy(Qt::CustomContextMenu);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->hide();
    fitRows();
    noteItsKeys();
    connect(m_follower, &RowFollower::countsChanged, this, [this](int rows, int urgent) {
        m_pill->showCounts(rows, urgent);
        placePill();
    });
    connect(m_follower, &RowFollower::followingChanged, this, &EventTable::followingChanged);
    connect(m_pill, &QAbstractButton::clicked, this, [this] {
        follow();
        emit followRequested();
    });
    connect(this, &QAbstractItemView::doubleClicked, this,
            [this](const QModelIndex &index) { emit openRequested(idAt(index.row())); });
}

void EventTable::showModel(QAbstractItemModel &model, RowFinder rowOf,
                           RowFollower::ArrivalsSince arrivalsSince)
{
    m_rowOf = std::move(rowOf);
    setModel(&model);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &EventTable::announceSelection);
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &EventTable::announceSelection);
    // After the view's own connections: the view knows the rows first.
    m_follower->watch(&model, std::move(arrivalsSince));
    connect(&model, &QAbstractItemModel::modelReset, this, &EventTable::announceSelection);
}

qint64 EventTable::idAt(int row) const
{
    return model() ? model()->index(row, 0).data(models::EventsModel::IdRole).toLongLong() : 0;
}

qint64 EventTable::selectedId() const
{
    const QModelIndex current = currentIndex();
    return current.isValid() && selectionModel()->isRowSelected(current.row()) ? idAt(current.row())
                                                                               : 0;
}

QList<qint64> EventTable::selectedIds(int most) const
{
    QList<qint64> ids;
    if (!selectionModel())
        return ids;
    QItemSelection ranges = selectionModel()->selection();
    std::sort(ranges.begin(), ranges.end(),
              [](const auto &a, const auto &b) { return a.top() < b.top(); });
    for (const QItemSelectionRange &range : std::as_const(ranges)) {
        for (int row = range.top(); row <= range.bottom() && ids.size() < most; ++row) {
            if (!ids.contains(idAt(row)))
                ids += idAt(row);
        }
    }
    return ids;
}

void EventTable::announceSelection()
{
    const qint64 id = selectedId();
    if (id == m_announced)
        return;
    m_announced = id;
    emit eventSelected(id);
}

void EventTable::startOver()
{
    m_follower->startOver();
}

void EventTable::follow()
{
    clearSelection();
    setCurrentIndex({});
    scrollToTop();
    m_follower->resume();
}

void EventTable::setNewestFirst(bool newestFirst)
{
    m_follower->setNewestFirst(newestFirst);
}

void EventTable::setRanked(int naturalColumn)
{
    m_follower->setRanked();
    connect(m_columns, &ColumnHeader::sortRequested, this,
            [this, naturalColumn](const QList<SortKey> &keys) {
                const SortKey key = keys.isEmpty() ? SortKey { naturalColumn } : keys.constFirst();
                model()->sort(key.column, key.order);
                m_columns->showOrder(keys.mid(0, 1));
            });
}

void EventTable::toggleFollowing()
{
    if (isFollowing()) {
        m_follower->pause();
        return;
    }
    follow();
    emit followRequested();
}

void EventTable::copySelection() const
{
    const QString text = rowsText(*this);
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

void EventTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    placePill();
}

void EventTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitRows();
}

void EventTable::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    QPainter painter(viewport());
    if (selectedId() != 0) {
        const int row = currentIndex().row();
        const Colors &colors = colorsOf(palette());
        painter.fillRect(QRect(0, rowViewportPosition(row), 3, rowHeight(row)),
                         hasFocus() ? colors.accent : colors.line);
    }
    m_divider.paint(painter);
}

// What is there already is moved with the columns, but the label stays where it is.
void EventTable::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    if (dx != 0)
        viewport()->update(m_divider.band());
}

bool EventTable::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip
        && m_divider.showToolTip(*static_cast<QHelpEvent *>(event)))
        return true;
    if (event->type() == QEvent::MouseMove)
        hover(rowAt(static_cast<QMouseEvent *>(event)->position().toPoint().y()));
    else if (event->type() == QEvent::Leave)
        hover(-1);
    return QTableView::viewportEvent(event);
}

void EventTable::hover(int row)
{
    const int before = m_delegate->hoveredRow();
    if (row == before)
        return;
    m_delegate->setHoveredRow(row);
    for (const int changed : { before, row }) {
        if (changed >= 0)
            viewport()->update(0, rowViewportPosition(changed), viewport()->width(),
                               verticalHeader()->defaultSectionSize());
    }
}

void EventTable::fitRows()
{
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 12);
    m_columns->setFixedHeight(fontMetrics().height() + 14);
}

void EventTable::placePill()
{
    const QRect shown = viewport()->geometry();
    m_pill->move(shown.center().x() - m_pill->width() / 2, shown.bottom() - m_pill->height() - 12);
}

} // namespace views
