// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/deliverydelegate.h"

#include "models/items/deliveriesmodel.h"
#include "models/items/eventtext.h"
#include "views/widgets/cellpainting.h"
#include "views/widgets/colors.h"
#include "views/widgets/resultpainting.h"

#include <QPainter>

namespace views {

namespace {

using models::DeliveriesModel;

constexpr int padding = 8;
constexpr int shapeSize = 10;

/// The cause, and at the right how many requests the row stands for.
void paintCause(QPainter &painter, QRect cell, const QModelIndex &index, const Colors &colors)
{
    QString storm = index.data(DeliveriesModel::StormRole).toString();
    if (painter.fontMetrics().horizontalAdvance(storm) > cell.width() / 2)
        storm = storm.section(u' ', 0, 0); // how often matters more than since when
    if (!storm.isEmpty()) {
        const int width = qMin(painter.fontMetrics().horizontalAdvance(storm), cell.width() / 2);
        painter.setPen(colors.quiet);
        drawLine(painter, QRect(cell.right() + 1 - width, cell.top(), width, cell.height()), storm,
                 Qt::ElideRight);
        cell.setRight(cell.right() - width - padding);
    }
    painter.setPen(colors.text);
    drawLine(painter, cell, models::singleLine(index.data(DeliveriesModel::CauseRole).toString()),
             Qt::ElideRight);
}

} // namespace

void DeliveryDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    const Colors &colors = colorsOf(option.palette);
    paintGround(*painter, option, index);
    const QString text = index.data(Qt::DisplayRole).toString();
    const QRect cell = option.rect.adjusted(padding, 0, -padding, 0);
    painter->setFont(option.font);
    painter->setPen(colors.quiet);
    switch (index.column()) {
    case DeliveriesModel::Time:
    case DeliveriesModel::Size:
    case DeliveriesModel::Took:
    case DeliveriesModel::Status:
        return drawFigures(*painter, cell, text);
    case DeliveriesModel::Result: {
        const auto result = models::DeliveryResult(index.data(DeliveriesModel::ResultRole).toInt());
        const QColor &color = resultColor(colors, result);
        const QRectF box(cell.left(), cell.center().y() - shapeSize / 2.0 + 0.5, shapeSize,
                         shapeSize);
        drawResultShape(*painter, box, result, color);
        painter->setPen(color);
        return drawLine(*painter, cell.adjusted(shapeSize + 6, 0, 0, 0), text, Qt::ElideRight);
    }
    case DeliveriesModel::Cause:
        return paintCause(*painter, cell, index, colors);
    case DeliveriesModel::Path:
        return drawLine(*painter, cell, text, Qt::ElideMiddle);
    case DeliveriesModel::Events:
        painter->setPen(colors.text);
        return drawLine(*painter, cell, text, Qt::ElideRight);
    default:
        painter->setPen(colors.text);
        return drawLine(*painter, cell, text, Qt::ElideMiddle);
    }
}

QSize DeliveryDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    constexpr int widest = 480;
    const int shape = index.column() == DeliveriesModel::Result ? shapeSize + 6 : 0;
    const int width =
            figuresWidth(option.fontMetrics, index.data().toString()) + shape + 2 * padding;
    return { qMin(width, widest), option.fontMetrics.height() + 12 };
}

} // namespace views
