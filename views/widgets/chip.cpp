// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/chip.h"

#include "views/widgets/cellpainting.h"
#include "views/widgets/colors.h"
#include "views/widgets/plaintext.h"

#include <QPainter>

namespace views {

namespace {
constexpr int padding = 9;
constexpr int cross = 8;
constexpr int widest = 320;
} // namespace

Chip::Chip(const QString &clause, QWidget *parent) : QAbstractButton(parent), m_clause(clause)
{
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(tr("Remove %1 from the filter").arg(clause));
    setToolTip(plainToolTip(tr("Remove from the filter: %1").arg(clause)));
}

QSize Chip::sizeHint() const
{
    const QFontMetrics metrics = fontMetrics();
    const int width = metrics.horizontalAdvance(m_clause) + 3 * padding + cross;
    return { qMin(width, widest), metrics.height() + 8 };
}

void Chip::paintEvent(QPaintEvent *)
{
    const Colors &colors = colorsOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool strong = underMouse() || hasFocus();
    painter.setPen(strong ? colors.accent : colors.line);
    painter.setBrush(strong ? colors.hover : colors.base);
    const QRectF body = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.drawRoundedRect(body, body.height() / 2, body.height() / 2);

    painter.setPen(colors.text);
    drawLine(painter, rect().adjusted(padding, 0, -2 * padding - cross + 3, 0), m_clause,
             Qt::ElideMiddle);
    const QRectF x(width() - padding - cross, (height() - cross) / 2.0, cross, cross);
    painter.setPen(QPen(strong ? colors.accent : colors.quiet, 1.5, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(x.topLeft(), x.bottomRight());
    painter.drawLine(x.topRight(), x.bottomLeft());
}

} // namespace views
