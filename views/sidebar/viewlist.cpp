// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/sidebar/viewlist.h"

#include "views/keys/keynotes.h"
#include "views/sidebar/viewdelegate.h"
#include "views/sidebar/viewsession.h"

#include <QContextMenuEvent>
#include <QKeyEvent>

namespace views {

ViewList::ViewList(ViewSession &session, QWidget *parent) : QListView(parent), m_session(session)
{
    setModel(&session.list());
    setItemDelegate(new ViewDelegate(session, this));
    setAccessibleName(tr("Saved views"));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::DoubleClicked);
    setUniformItemSizes(true);
    setMouseTracking(true);
    setDragDropMode(QAbstractItemView::InternalMove);
    setDefaultDropAction(Qt::MoveAction);
    viewport()->setAutoFillBackground(false);
    noteItsKeys();
    connect(this, &QAbstractItemView::clicked, this,
            [this](const QModelIndex &index) { m_session.choose(index.row()); });
    connect(&session, &ViewSession::changed, this, [this] {
        const int active = m_session.activeRow();
        if (active >= 0 && state() != EditingState && currentIndex().row() != active)
            setCurrentIndex(model()->index(active, 0));
        viewport()->update();
    });
    for (const auto signal :
         { &QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved })
        connect(model(), signal, this, &ViewList::fit);
    connect(model(), &QAbstractItemModel::modelReset, this, &ViewList::fit);
}

int ViewList::fittingHeight() const
{
    constexpr int mostRows = 12; // the facets need room, too; the rest is scrolled
    const int rows = qMin(mostRows, model()->rowCount());
    return rows * (fontMetrics().height() + 8); // as ViewDelegate::sizeHint()
}

QSize ViewList::sizeHint() const
{
    return { 160, fittingHeight() };
}

QSize ViewList::minimumSizeHint() const
{
    constexpr int few = 4;
    return { 80, qMin(fittingHeight(), few * (fontMetrics().height() + 8)) };
}

void ViewList::fit()
{
    setMaximumHeight(qMax(1, fittingHeight()));
    updateGeometry();
}

void ViewList::move(int step)
{
    const int row = currentIndex().row();
    const int to = row + step;
    if (row < 0 || to < 0 || to >= model()->rowCount())
        return;
    model()->moveRow({}, row, {}, step > 0 ? to + 1 : to);
    setCurrentIndex(model()->index(to, 0));
}

void ViewList::noteItsKeys()
{
    noteKeys(*this, KeyGroup::ViewList,
             { { { Qt::Key_Return }, tr("Choose the view") },
               { { Qt::Key_F2 }, tr("Rename it") },
               { { Qt::CTRL | Qt::Key_Up, Qt::CTRL | Qt::Key_Down }, tr("Move it up or down") },
               { { Qt::Key_Delete }, tr("Remove it") } });
}

void ViewList::keyPressEvent(QKeyEvent *event)
{
    if (state() == EditingState) { // Return of the editor comes here, too
        QListView::keyPressEvent(event);
        return;
    }
    const bool control = event->modifiers() == Qt::ControlModifier;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        m_session.choose(currentIndex().row());
        return;
    case Qt::Key_Delete:
        if (currentIndex().isValid())
            emit removeRequested(currentIndex().row());
        return;
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (control)
            return move(event->key() == Qt::Key_Up ? -1 : 1);
        break;
    default:
        break;
    }
    QListView::keyPressEvent(event);
}

void ViewList::contextMenuEvent(QContextMenuEvent *event)
{
    const bool keyboard = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = keyboard ? currentIndex() : indexAt(event->pos());
    const QPoint position =
            keyboard ? viewport()->mapToGlobal(visualRect(index).bottomLeft()) : event->globalPos();
    emit menuRequested(index.isValid() ? index.row() : -1, position);
}

} // namespace views
