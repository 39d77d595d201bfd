// SPDX-License-Identifier: GPL-3.0-or-later
// A TimeStrip by keys: the cursor that goes from bar to bar, and what it chooses.
#include "views/widgets/timestrip.h"

#include "views/keys/keynotes.h"
#include "views/widgets/timewords.h"

#include <QAccessible>
#include <QDate>
#include <QKeyEvent>

#include <algorithm>

namespace views {

void TimeStrip::moveCursor(int bin, bool choosing)
{
    const models::TimeBins &bins = m_look.histogram.bins;
    if (bins.count() == 0)
        return;
    const int before = std::max(m_look.cursor, 0);
    m_look.cursor = std::clamp(bin, 0, bins.count() - 1);
    if (choosing) {
        if (!m_drag.isActive())
            m_drag.begin(before);
        m_byKeys = true;
        m_drag.moveTo(m_look.cursor, bins);
        choose();
    } else {
        cancel();
        m_look.label = tr("%1 · %2").arg(
                spanText(bins.edges[size_t(m_look.cursor)], bins.edges[size_t(m_look.cursor) + 1],
                         QDate::currentDate()),
                eventsText(models::Histogram::sum(
                        m_look.histogram.total(m_look.cursor, m_look.cursor + 1))));
        describe();
        update();
    }
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

void TimeStrip::noteItsKeys()
{
    noteKeys(*this, KeyGroup::TimeStrip,
             { { { Qt::Key_Left, Qt::Key_Right }, tr("Go from bar to bar") },
               { { Qt::Key_Home, Qt::Key_End }, tr("Go to the first or the last bar") },
               { { Qt::SHIFT | Qt::Key_Left, Qt::SHIFT | Qt::Key_Right },
                 tr("Choose a range; letting go of Shift filters by it") },
               { { Qt::Key_Return }, tr("Filter by the bar") },
               { { Qt::Key_Escape }, tr("Give up choosing") },
               { { Qt::Key_Delete, Qt::Key_Backspace }, tr("Show all times again") } });
}

void TimeStrip::keyPressEvent(QKeyEvent *event)
{
    const models::TimeBins &bins = m_look.histogram.bins;
    const bool choosing = event->modifiers().testFlag(Qt::ShiftModifier);
    const int cursor = m_look.cursor < 0 ? bins.count() : m_look.cursor;
    switch (event->key()) {
    case Qt::Key_Left:
        return moveCursor(cursor - 1, choosing);
    case Qt::Key_Right:
        return moveCursor(cursor + 1, choosing);
    case Qt::Key_Home:
        return moveCursor(0, choosing);
    case Qt::Key_End:
        return moveCursor(bins.count() - 1, choosing);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_drag.isActive())
            return commit();
        if (m_look.cursor >= 0 && bins.count() > 0)
            emit rangeRequested(bins.edges[size_t(m_look.cursor)],
                                bins.edges[size_t(m_look.cursor) + 1]);
        return;
    case Qt::Key_Escape:
        if (m_drag.isActive())
            return cancel();
        break;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        if (m_selected)
            emit allRequested();
        return;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void TimeStrip::keyReleaseEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Shift && m_drag.isActive() && m_byKeys)
        commit();
    else
        QWidget::keyReleaseEvent(event);
}

void TimeStrip::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void TimeStrip::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    cancel();
    m_look.cursor = -1;
    showSelected();
}

} // namespace views
