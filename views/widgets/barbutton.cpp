// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/barbutton.h"

#include "views/widgets/icon.h"

#include <QAction>
#include <QMenu>
#include <QToolButton>

namespace views {

QToolButton *barButton(QAction *action, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    button->setIconSize(QSize(20, 20));
    button->setFixedSize(32, 32);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(action->text());
    QMenu *menu = action->menu();
    if (!menu) {
        button->setDefaultAction(action);
        return button;
    }
    // Neither setMenu() nor a default action: the button would get an arrow.
    button->setIcon(action->icon());
    button->setToolTip(action->text());
    QObject::connect(button, &QToolButton::clicked, menu, [button, menu] {
        const QPoint corner = button->mapToGlobal(QPoint(button->width(), button->height()));
        menu->popup(corner - QPoint(menu->sizeHint().width(), -4));
    });
    return button;
}

QAction *foldAction(QWidget *owner, QLatin1String name, const QString &text, QLatin1String iconName,
                    const QKeySequence &shortcut)
{
    auto *action = new QAction(icon(iconName), text, owner);
    action->setObjectName(name);
    action->setCheckable(true);
    action->setChecked(true);
    action->setShortcut(shortcut);
    return action;
}

} // namespace views
