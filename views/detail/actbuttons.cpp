// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/detail/actbuttons.h"

#include "views/detail/paneparts.h"
#include "views/widgets/flowlayout.h"

#include <QAction>
#include <QPushButton>

namespace views {

ActButtons::ActButtons(const QList<QAction *> &actions, const QString &pane, QWidget *parent,
                       QPushButton *first)
    : QWidget(parent)
{
    auto *flow = new FlowLayout(this);
    flow->setContentsMargins(0, 0, 0, 0);
    flow->setSpacing(8);
    if (first)
        flow->addWidget(first);
    for (QAction *action : actions) {
        QPushButton *button = buttonFor(action, pane, this);
        // After what buttonFor() connected.
        connect(action, &QAction::changed, button,
                [this, action, button] { show(action, button); });
        m_buttons.append({ action, button });
        flow->addWidget(button);
    }
}

void ActButtons::setObstacle(const QString &why)
{
    if (std::exchange(m_obstacle, why) == why)
        return;
    for (const auto &[action, button] : std::as_const(m_buttons))
        show(action, button);
}

void ActButtons::show(QAction *action, QPushButton *button) const
{
    button->setEnabled(action->isEnabled() && m_obstacle.isEmpty());
    button->setToolTip(m_obstacle.isEmpty() ? action->toolTip() : m_obstacle);
}

} // namespace views
