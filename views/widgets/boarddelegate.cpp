// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/boarddelegate.h"

#include "views/widgets/cellpainting.h"
#include "views/widgets/colors.h"

#include <QPainter>

#include <utility>

namespace views {

namespace {
constexpr int padding = 8;
} // namespace

BoardDelegate::BoardDelegate(std::vector<CellLook> looks, QObject *parent)
    : RowDelegate(parent), m_looks(std::move(looks))
{
}

void BoardDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    const Colors &colors = colorsOf(option.palette);
    paintGround(*painter, option, index);
    const QString text = index.data(Qt::DisplayRole).toString();
    if (text.isEmpty())
        return;
    const QRect cell = option.rect.adjusted(padding, 0, -padding, 0);
    const CellLook &look = m_looks[std::size_t(index.column())];
    painter->setFont(option.font);
    painter->setPen(colors.quiet);
    switch (look.kind) {
    case CellLook::Kind::Strong:
        painter->setPen(colors.text);
        [[fallthrough]];
    case CellLook::Kind::Quiet:
        return drawLine(*painter, cell, text, Qt::ElideMiddle);
    case CellLook::Kind::Figures:
        return drawFigures(*painter, cell, text);
    case CellLook::Kind::Count:
        return drawSeverityWord(*painter, cell, look.severity, text,
                                severityColor(colors, look.severity));
    case CellLook::Kind::Mark:
        return drawBadge(*painter, cell.adjusted(0, 0, padding / 2, 0), text, colors.high);
    }
}

QSize BoardDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    constexpr int widest = 600;
    const int width = figuresWidth(option.fontMetrics, index.data().toString()) + severityShapeWidth
            + 2 * padding;
    return { qMin(width, widest), option.fontMetrics.height() + 12 };
}

} // namespace views
