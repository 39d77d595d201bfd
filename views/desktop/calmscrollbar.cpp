// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/desktop/calmscrollbar.h"

#include "views/widgets/colors.h"

#include <QPainter>
#include <QScrollArea>
#include <QStyle>

namespace views {

namespace {

constexpr int shortestHandle = 28;

QRect across(const QStyleOptionSlider &option, int from, int length)
{
    const QRect &all = option.rect;
    if (option.orientation == Qt::Vertical)
        return { all.left(), all.top() + from, all.width(), length };
    return QStyle::visualRect(option.direction, all,
                              QRect(all.left() + from, all.top(), length, all.height()));
}

QColor groundOf(const QWidget *bar, const Colors &colors)
{
    for (const QWidget *at = bar; at; at = at->parentWidget()) {
        const auto *area = qobject_cast<const QScrollArea *>(at);
        if (area && area->widget())
            return area->palette().color(area->widget()->backgroundRole());
    }
    return colors.base;
}

} // namespace

QRect scrollBarPart(const QStyleOptionSlider &option, QStyle::SubControl part)
{
    const bool upright = option.orientation == Qt::Vertical;
    const int all = upright ? option.rect.height() : option.rect.width();
    const qint64 range = qint64(option.maximum) - option.minimum;
    int handle = all;
    if (range > 0) {
        const qint64 whole = range + option.pageStep;
        handle = int(qint64(all) * option.pageStep / qMax<qint64>(1, whole));
        handle = qBound(qMin(shortestHandle, all), handle, all);
    }
    const int from = QStyle::sliderPositionFromValue(
            option.minimum, option.maximum, option.sliderPosition, all - handle, option.upsideDown);
    switch (part) {
    case QStyle::SC_ScrollBarSlider:
        return across(option, from, handle);
    case QStyle::SC_ScrollBarSubPage:
        return across(option, 0, from);
    case QStyle::SC_ScrollBarAddPage:
        return across(option, from + handle, all - from - handle);
    case QStyle::SC_ScrollBarGroove:
        return option.rect;
    default:
        return {};
    }
}

void drawScrollBar(QPainter &painter, const QStyleOptionSlider &option, const Colors &colors,
                   const QWidget *bar)
{
    painter.fillRect(option.rect, groundOf(bar, colors));
    if (option.maximum <= option.minimum)
        return;
    const bool held = (option.activeSubControls & QStyle::SC_ScrollBarSlider)
            && (option.state & (QStyle::State_MouseOver | QStyle::State_Sunken));
    QColor color = colors.quiet;
    color.setAlphaF(held ? 0.75F : 0.4F);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    const int margin = held ? 2 : 3;
    const QRectF handle = QRectF(scrollBarPart(option, QStyle::SC_ScrollBarSlider))
                                  .adjusted(margin, margin, -margin, -margin);
    const qreal radius = qMin(handle.width(), handle.height()) / 2;
    painter.drawRoundedRect(handle, radius, radius);
    painter.restore();
}

} // namespace views
