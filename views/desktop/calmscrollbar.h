// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyleOptionSlider>

class QPainter;
class QWidget;

namespace views {

struct Colors;

/// Breadth of a scroll bar in pixels.
inline constexpr int scrollBarExtent = 12;

/// Where a part of a slim scroll bar lies: a handle in a groove, no arrow buttons.
QRect scrollBarPart(const QStyleOptionSlider &option, QStyle::SubControl part);

/// Draws the slim scroll bar on the ground of what `bar` scrolls; `bar` may be missing.
void drawScrollBar(QPainter &painter, const QStyleOptionSlider &option, const Colors &colors,
                   const QWidget *bar);

} // namespace views
