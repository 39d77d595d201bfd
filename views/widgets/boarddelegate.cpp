// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/boarddelegate.h"

#include "models/items/filteredboard.h"
#include "views/widgets/cellpainting.h"
#include "views/widgets/colors.h"

#include <QPainter>

namespace views {

namespace {

using models::FilteredBoard;

constexpr int padding = 8;

bool isFigure(const QModelIndex &index)
{
    return index.data(FilteredBoard::FigureRole).toBool();
}

} // namespace

void BoardDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    const Colors &colors = colorsOf(option.palette);
    paintGround(*painter, option, index);
    const QString text = index.data(Qt::DisplayRole).toString();
    if (text.isEmpty())
        return;
    const QRect cell = option.rect.adjusted(padding, 0, -padding, 0);
    painter->setFont(option.font);
    painter->setPen(index.column() == 0 ? colors.text : colors.quiet);
    const QVariant level = index.data(FilteredBoard::LevelRole);
    if (level.isValid()) {
        const auto severity = models::Severity(level.toInt());
        return drawSeverityWord(*painter, cell, severity, text, severityColor(colors, severity));
    }
    if (isFigure(index))
        return drawFigures(*painter, cell, text);
    drawLine(*painter, cell, text, index.column() == 0 ? Qt::ElideMiddle : Qt::ElideRight);
}

QSize BoardDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    constexpr int widest = 600;
    const int extra = index.data(FilteredBoard::LevelRole).isValid() ? severityShapeWidth : 0;
    const int width =
            figuresWidth(option.fontMetrics, index.data().toString()) + extra + 2 * padding;
    return { qMin(width, widest), option.fontMetrics.height() + 12 };
}

} // namespace views
