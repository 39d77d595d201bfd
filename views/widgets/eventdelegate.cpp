// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/eventdelegate.h"

#include "models/items/eventsmodel.h"
#include "views/widgets/cellpainting.h"
#include "views/widgets/colors.h"

#include <QHeaderView>
#include <QLocale>
#include <QPainter>
#include <QTableView>

namespace views {

namespace {

using models::EventsModel;

constexpr int padding = 8;

void paintTitle(QPainter &painter, QRect cell, const QModelIndex &index, const QString &text,
                const Colors &colors)
{
    const int deliveries = index.data(EventsModel::DeliveriesRole).toInt();
    if (deliveries > 1) {
        const QString times = QChar(0x00d7) % QLocale().toString(deliveries);
        const int width = painter.fontMetrics().horizontalAdvance(times);
        painter.setPen(colors.quiet);
        drawLine(painter, QRect(cell.right() + 1 - width, cell.top(), width, cell.height()), times,
                 Qt::ElideNone);
        cell.setRight(cell.right() - width - padding);
    }
    painter.setPen(colors.text);
    drawLine(painter, cell, text, Qt::ElideRight);
}

/// Whether the cell is the leftmost one, whatever column that is.
bool isFirst(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto *table = qobject_cast<const QTableView *>(option.widget);
    return table && table->horizontalHeader()->sectionPosition(index.column()) == 0;
}

void paintDot(QPainter &painter, const QRect &cell, const Colors &colors)
{
    constexpr double size = 5;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.text);
    painter.drawEllipse(QRectF(cell.left() + 5, cell.center().y() - size / 2 + 0.5, size, size));
    painter.restore();
}

} // namespace

// Making a font costs more than painting a cell with it, and all rows have one.
const QFont &EventDelegate::strongFont(const QFont &font) const
{
    if (m_font != font || m_strong.weight() != QFont::DemiBold) {
        m_font = font;
        m_strong = font;
        m_strong.setWeight(QFont::DemiBold);
    }
    return m_strong;
}

void EventDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    const Colors &colors = colorsOf(option.palette);
    paintGround(*painter, option, index);
    const QString text = index.data(Qt::DisplayRole).toString();
    const QRect cell = option.rect.adjusted(padding, 0, -padding, 0);
    const bool unread = index.data(EventsModel::UnreadRole).toBool();
    painter->setFont(unread ? strongFont(option.font) : option.font);
    if (unread && isFirst(option, index))
        paintDot(*painter, option.rect, colors);
    painter->setPen(unread ? colors.text : colors.quiet);
    switch (index.column()) {
    case EventsModel::Received:
    case EventsModel::Time:
    case EventsModel::Deliveries:
    case EventsModel::Age:
        return drawFigures(*painter, cell, text);
    case EventsModel::Severity: {
        const auto severity = models::Severity(index.data(EventsModel::SeverityRole).toInt());
        return drawSeverityWord(*painter, cell, severity, text, severityColor(colors, severity));
    }
    case EventsModel::Status: {
        const auto status = models::Status(index.data(EventsModel::StatusRole).toInt());
        if (status != models::Status::None)
            drawBadge(*painter, cell.adjusted(0, 0, padding / 2, 0), text,
                      statusColor(colors, status));
        return;
    }
    case EventsModel::Title:
        return paintTitle(*painter, cell, index, text, colors);
    case EventsModel::Asset:
        painter->setPen(colors.text);
        return drawLine(*painter, cell, text, Qt::ElideMiddle);
    case EventsModel::Group:
        return drawLine(*painter, cell, text, Qt::ElideMiddle);
    default:
        return drawLine(*painter, cell, text, Qt::ElideRight);
    }
}

QSize EventDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    constexpr int widest = 600;
    const QString text = index.data(Qt::DisplayRole).toString();
    const int extra = index.column() == EventsModel::Severity ? severityShapeWidth
            : index.column() == EventsModel::Status           ? 14
                                                              : 0;
    const int width = figuresWidth(option.fontMetrics, text) + extra + 2 * padding;
    return { qMin(width, widest), option.fontMetrics.height() + 12 };
}

} // namespace views
