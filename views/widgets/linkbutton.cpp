// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/linkbutton.h"

#include "views/widgets/colors.h"

#include <QEvent>
#include <QGuiApplication>

namespace views {

LinkButton::LinkButton(const QString &text, QWidget *parent) : QToolButton(parent)
{
    setText(text);
    setAutoRaise(true);
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    tint();
}

void LinkButton::changeEvent(QEvent *event)
{
    QToolButton::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange)
        tint();
}

void LinkButton::tint()
{
    QPalette tinted;
    tinted.setColor(QPalette::ButtonText, colorsOf(QGuiApplication::palette()).accent);
    setPalette(tinted);
}

} // namespace views
