// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/newrowspill.h"

#include "views/widgets/colors.h"

#include <QLocale>
#include <QPainter>

namespace views {

NewRowsPill::NewRowsPill(QWidget *parent) : QAbstractButton(parent)
{
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    setToolTip(tr("Show the newest events and follow them (Space)"));
    hide();
}

void NewRowsPill::showCounts(int rows, int urgent)
{
    const QLocale locale;
    QString text = tr("%1 new").arg(locale.toString(rows));
    if (urgent > 0)
        text += tr(" · %1 urgent").arg(locale.toString(urgent));
    setText(text % QStringLiteral(" ↑"));
    setAccessibleName(text);
    resize(sizeHint());
    setVisible(rows > 0);
    raise();
}

QSize NewRowsPill::sizeHint() const
{
    const QFontMetrics metrics = fontMetrics();
    return { metrics.horizontalAdvance(text()) + 32, metrics.height() + 14 };
}

void NewRowsPill::paintEvent(QPaintEvent *)
{
    const Colors &colors = colorsOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF body = QRectF(rect()).adjusted(1, 1, -1, -1);
    painter.setPen(hasFocus() ? QPen(colors.text, 2) : QPen(colors.base, 1));
    painter.setBrush(underMouse() ? colors.accent.lighter(108) : colors.accent);
    painter.drawRoundedRect(body, body.height() / 2, body.height() / 2);
    painter.setPen(colors.onAccent);
    painter.drawText(rect(), Qt::AlignCenter, text());
}

} // namespace views
