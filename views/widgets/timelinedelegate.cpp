// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/timelinedelegate.h"

#include "models/items/timelinemodel.h"
#include "views/widgets/cellpainting.h"
#include "views/widgets/colors.h"

#include <QPainter>

namespace views {

namespace {

using models::TimelineModel;

constexpr int grid = 8;
constexpr double dotSize = 9;

/// The line that the dots stand on, and the dot of this entry.
void paintRail(QPainter &painter, const QRect &rect, const QModelIndex &index, int lineHeight,
               const Colors &colors)
{
    const bool missing = index.data(TimelineModel::MissingRole).toBool();
    const bool isAct = index.data(TimelineModel::ActRole).toBool();
    const bool isFirst = index.row() == 0;
    const bool isLast = index.row() + 1 == index.model()->rowCount();
    const QPointF middle(rect.left() + grid, rect.top() + grid / 2.0 + lineHeight / 2.0);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colors.line, 1.5, missing ? Qt::DotLine : Qt::SolidLine));
    if (!isFirst)
        painter.drawLine(QPointF(middle.x(), rect.top()), middle);
    if (!isLast)
        painter.drawLine(middle, QPointF(middle.x(), rect.bottom() + 1));
    painter.setPen(QPen(isAct ? colors.accent : colors.quiet, 1.5));
    if (missing)
        painter.setBrush(colors.base);
    else
        painter.setBrush(isAct ? colors.accent : colors.quiet);
    painter.drawEllipse(
            QRectF(middle.x() - dotSize / 2, middle.y() - dotSize / 2, dotSize, dotSize));
    painter.restore();
}

} // namespace

void TimelineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    const Colors &colors = colorsOf(option.palette);
    paintGround(*painter, option, index);
    const int line = option.fontMetrics.lineSpacing();
    paintRail(*painter, option.rect, index, line, colors);
    QRect text = option.rect.adjusted(3 * grid, grid / 2, -grid, -grid / 2);
    QFont font = option.font;
    font.setStrikeOut(index.data(TimelineModel::TakenBackRole).toBool());
    painter->setFont(font);
    const QString when = index.data(TimelineModel::WhenRole).toString();
    const int whenWidth = option.fontMetrics.horizontalAdvance(when);
    painter->setPen(colors.quiet);
    QRect upper(text.left(), text.top(), text.width(), line);
    drawLine(*painter, upper, when, Qt::ElideNone, Qt::AlignRight | Qt::AlignVCenter);
    upper.setRight(upper.right() - whenWidth - grid);
    const bool missing = index.data(TimelineModel::MissingRole).toBool();
    painter->setPen(missing ? colors.quiet : colors.text);
    drawLine(*painter, upper, index.data().toString(), Qt::ElideRight);
    painter->setPen(colors.quiet);
    drawLine(*painter, QRect(text.left(), text.top() + line, text.width(), line),
             index.data(TimelineModel::MoreRole).toString(), Qt::ElideRight);
}

QSize TimelineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return { 12 * grid, 2 * option.fontMetrics.lineSpacing() + grid };
}

} // namespace views
