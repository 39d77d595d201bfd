// SPDX-License-Identifier: GPL-3.0-or-later
// By what a ColumnHeader says the rows are ordered: clicks, and how it shows.
#include "views/widgets/columnheader.h"

#include <QPainter>
#include <QStyleOptionHeader>

#include <utility>

namespace views {

void ColumnHeader::showOrder(const QList<SortKey> &keys)
{
    m_keys = keys.first(qMin<qsizetype>(keys.size(), 2));
    if (m_keys.isEmpty())
        setSortIndicator(-1, Qt::DescendingOrder);
    else
        setSortIndicator(m_keys.first().column, m_keys.first().order);
    viewport()->update();
}

bool ColumnHeader::canSort(int column) const
{
    return column >= 0 && column < m_planned && !m_unsortable.contains(column);
}

Qt::SortOrder ColumnHeader::firstWay(int column) const
{
    return m_descendingFirst.contains(column) ? Qt::DescendingOrder : Qt::AscendingOrder;
}

qsizetype ColumnHeader::placeOf(int column) const
{
    for (qsizetype place = 0; place < m_keys.size(); ++place) {
        if (m_keys.at(place).column == column)
            return place;
    }
    return -1;
}

void ColumnHeader::cycleOrder(int column)
{
    const bool second = std::exchange(m_withShift, false) && !m_keys.isEmpty();
    const QList<SortKey> before = m_keys;
    if (canSort(column))
        second ? cycleSecond(column) : cycleFirst(column);
    // The base class has moved the indicator by its own rule already; ours decides.
    showOrder(m_keys);
    if (m_keys != before)
        emit sortRequested(m_keys);
}

void ColumnHeader::cycleFirst(int column)
{
    const Qt::SortOrder first = firstWay(column);
    const Qt::SortOrder turned =
            first == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder;
    if (m_keys.size() != 1 || m_keys.first().column != column)
        m_keys = { { column, first } };
    else if (m_keys.first().order == first)
        m_keys = { { column, turned } };
    else
        m_keys.clear();
}

void ColumnHeader::cycleSecond(int column)
{
    const Qt::SortOrder first = firstWay(column);
    const qsizetype place = placeOf(column);
    if (place < 0) {
        m_keys = { m_keys.first(), { column, first } };
    } else if (place == 1 && m_keys.at(1).order != first) {
        m_keys.removeLast();
    } else {
        SortKey &key = m_keys[place];
        key.order = key.order == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder;
    }
}

void ColumnHeader::initStyleOptionForIndex(QStyleOptionHeader *option, int column) const
{
    QHeaderView::initStyleOptionForIndex(option, column);
    const qsizetype place = isSortIndicatorShown() ? placeOf(column) : -1;
    if (place >= 0) {
        option->sortIndicator = m_keys.at(place).order == Qt::AscendingOrder
                ? QStyleOptionHeader::SortDown
                : QStyleOptionHeader::SortUp;
    }
    // A path is known by its beginning and its end.
    const QRect section(0, 0, sectionSize(column), height());
    const QRect before = std::exchange(option->rect, section);
    const int room = style()->subElementRect(QStyle::SE_HeaderLabel, option, this).width();
    option->rect = before;
    option->text = option->fontMetrics.elidedText(option->text, Qt::ElideMiddle, room);
}

void ColumnHeader::paintSection(QPainter *painter, const QRect &rect, int column) const
{
    painter->save();
    QHeaderView::paintSection(painter, rect, column);
    painter->restore();
    const qsizetype place = placeOf(column);
    if (m_keys.size() < 2 || place < 0 || !isSortIndicatorShown())
        return;
    QStyleOptionHeader option;
    initStyleOption(&option);
    option.rect = rect;
    const QRect arrow = style()->subElementRect(QStyle::SE_HeaderArrow, &option, this);
    painter->save();
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.75);
    painter->setFont(small);
    painter->setPen(palette().color(QPalette::ButtonText));
    const int width = painter->fontMetrics().horizontalAdvance(u'2');
    painter->drawText(QRect(arrow.left() - width - 2, rect.top(), width + 2, rect.height()),
                      Qt::AlignLeft | Qt::AlignVCenter, QString::number(place + 1));
    painter->restore();
}

} // namespace views
