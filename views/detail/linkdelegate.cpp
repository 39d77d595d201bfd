// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/detail/linkdelegate.h"

#include "views/detail/detaillinks.h"
#include "views/widgets/colors.h"

#include <QPainter>

namespace views {
namespace {

constexpr int padding = 6;
constexpr int gap = 12;

} // namespace

void LinkDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const Colors &colors = colorsOf(option.palette);
    const bool focused = option.state.testFlag(QStyle::State_HasFocus);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QFontMetrics metrics(option.font);
    // One column for the labels of all rows, so that the hosts stand in a line.
    const int labelWidth = metrics.averageCharWidth() * 15;
    QRect rest = option.rect.adjusted(0, 0, -padding, 0);
    constexpr auto align = Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine;
    painter->setFont(option.font);

    painter->setPen(colors.quiet);
    const QString label = index.data(DetailLinks::LabelRole).toString();
    painter->drawText(QRect(rest.topLeft(), QSize(labelWidth, rest.height())), int(align),
                      metrics.elidedText(label, Qt::ElideRight, labelWidth));
    rest.setLeft(rest.left() + labelWidth + gap);

    const QRectF ground = QRectF(rest).adjusted(0.5 - padding, 1.5, padding - 0.5, -1.5);
    painter->setPen(focused ? QPen(colors.accent) : QPen(Qt::NoPen));
    painter->setBrush(hovered || focused ? QBrush(colors.hover) : QBrush(Qt::NoBrush));
    painter->drawRoundedRect(ground, 4, 4);

    painter->setPen(colors.quiet);
    const QString note = index.data(DetailLinks::NoteRole).toString();
    if (!note.isEmpty()) {
        const int width = metrics.horizontalAdvance(note);
        painter->drawText(rest, int(Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine), note);
        rest.setRight(rest.right() - width - gap);
    }

    QFont font = option.font;
    font.setUnderline(hovered || focused);
    painter->setFont(font);
    painter->setPen(colors.accent);
    const QString host = index.data(DetailLinks::HostRole).toString();
    painter->drawText(rest, int(align), metrics.elidedText(host, Qt::ElideMiddle, rest.width()));
    painter->restore();
}

QSize LinkDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const QFontMetrics metrics(option.font);
    return { metrics.averageCharWidth() * 20, metrics.height() + 10 };
}

} // namespace views
