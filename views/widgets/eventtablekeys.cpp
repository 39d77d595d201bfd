// SPDX-License-Identifier: GPL-3.0-or-later
// An EventTable by keys.
#include "views/keys/keynotes.h"
#include "views/widgets/columnheader.h"
#include "views/widgets/eventtable.h"

#include <QKeyEvent>
#include <QScrollBar>

namespace views {

void EventTable::noteItsKeys()
{
    noteKeys(*this, KeyGroup::Tables,
             { { { Qt::Key_Down, Qt::Key_J }, tr("Next row") },
               { { Qt::Key_Up, Qt::Key_K }, tr("Row before") },
               { { Qt::Key_PageDown, Qt::Key_PageUp }, tr("A screenful on or back") },
               { { Qt::Key_Home, Qt::Key_End }, tr("First or last row") },
               { { Qt::Key_Left, Qt::Key_Right }, tr("Scroll sideways") },
               { { Qt::Key_Return }, tr("Open what the row stands for") },
               { { Qt::Key_Space }, tr("Stand still, or go to the newest row and follow") },
               { { QKeySequence::SelectAll }, tr("Select all rows") },
               { { QKeySequence::Copy }, tr("Copy the selected rows") },
               { { Qt::Key_Escape }, tr("Drop the filter, then the selection") } });
}

void EventTable::moveTo(int row)
{
    if (!model() || model()->rowCount() == 0)
        return;
    row = qBound(0, row, model()->rowCount() - 1);
    const int column = m_columns->logicalIndexAt(0);
    selectionModel()->setCurrentIndex(model()->index(row, qMax(0, column)),
                                      QItemSelectionModel::ClearAndSelect
                                              | QItemSelectionModel::Rows);
    scrollTo(currentIndex());
}

bool EventTable::handleKey(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
        return true;
    }
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    const int last = model() ? model()->rowCount() - 1 : -1;
    // With nothing selected the first key selects what is on top, not the row after it.
    const bool none = selectedId() == 0;
    const int top = verticalScrollBar()->value();
    const int below = none ? top : currentIndex().row() + 1;
    const int above = none ? top : currentIndex().row() - 1;
    const bool plain = modifiers == Qt::NoModifier;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (selectedId() != 0 && (plain || modifiers == Qt::ControlModifier))
            emit openRequested(selectedId());
        return true;
    case Qt::Key_Space:
        if (!plain)
            return false;
        return toggleFollowing(), true;
    case Qt::Key_Escape:
        emit escapeRequested();
        return true;
    case Qt::Key_Home:
        if (!plain)
            return false;
        return moveTo(0), true;
    case Qt::Key_End:
        if (!plain)
            return false;
        return moveTo(last), true;
    case Qt::Key_Down:
    case Qt::Key_J:
        return plain && (moveTo(below), true);
    case Qt::Key_Up:
    case Qt::Key_K:
        return plain && (moveTo(above), true);
    case Qt::Key_Left:
    case Qt::Key_Right: {
        QScrollBar *bar = horizontalScrollBar();
        bar->setValue(bar->value() + (event->key() == Qt::Key_Left ? -48 : 48));
        return true;
    }
    default:
        break;
    }
    if (event->text() != QLatin1String("/"))
        return false;
    emit searchRequested();
    return true;
}

void EventTable::keyPressEvent(QKeyEvent *event)
{
    if (handleKey(event))
        event->accept();
    else
        QTableView::keyPressEvent(event);
}

} // namespace views
