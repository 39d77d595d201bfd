// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/sectiondelegate.h"

#include "models/items/sectionlist.h"
#include "views/widgets/cellpainting.h"
#include "views/widgets/colors.h"

#include <QListView>
#include <QPainter>

namespace views {

namespace {
constexpr int grid = 8;
using models::SectionList;
} // namespace

void SectionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const Colors &colors = colorsOf(option.palette);
    paintGround(*painter, option, index);
    const QString text = index.data(Qt::DisplayRole).toString();
    const QString more = index.data(SectionList::MoreRole).toString();
    QRect line = option.rect.adjusted(grid, 0, -grid, 0);
    QFont font = option.font;
    if (index.data(SectionList::HeadingRole).toBool()) {
        font.setWeight(QFont::DemiBold);
        line.setTop(line.bottom() - option.fontMetrics.height() - grid / 2);
        painter->setFont(font);
        painter->setPen(colors.text);
        drawLine(*painter, line, text, Qt::ElideRight);
        painter->setFont(option.font);
        painter->setPen(colors.quiet);
        return drawLine(*painter, line, more, Qt::ElideRight, Qt::AlignRight | Qt::AlignVCenter);
    }
    painter->setFont(font);
    const QVariant level = index.data(SectionList::SeverityRole);
    if (level.isValid()) {
        const auto severity = models::Severity(level.toInt());
        const QRectF box(line.left(), line.center().y() - 5, 10, 10);
        drawSeverityShape(*painter, box, severity, severityColor(colors, severity));
    }
    line.setLeft(line.left() + severityShapeWidth);
    const int beside = qMin(line.width() / 3, option.fontMetrics.horizontalAdvance(more) + 1);
    painter->setPen(level.isValid() ? colors.text : colors.quiet);
    drawLine(*painter, line.adjusted(0, 0, -beside - grid, 0), text, Qt::ElideRight);
    painter->setPen(colors.quiet);
    line.setLeft(line.right() - beside);
    drawLine(*painter, line, more, Qt::ElideMiddle, Qt::AlignRight | Qt::AlignVCenter);
}

QSize SectionDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool heading = index.data(SectionList::HeadingRole).toBool();
    return { 200, option.fontMetrics.height() + (heading ? 3 * grid : grid) };
}

void setUpSections(QListView &list, models::SectionList &model)
{
    list.setItemDelegate(new SectionDelegate(&list));
    list.setModel(&model);
    list.setMouseTracking(true);
    list.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

} // namespace views
