// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/pagerail.h"

#include "views/widgets/colors.h"

#include <QAction>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace views {

PageRail::PageRail(QWidget *parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("pageRail"));
    setAccessibleName(tr("Pages"));
    m_column->setContentsMargins(4, 8, 5, 8);
    m_column->setSpacing(4);
    m_column->addStretch(1);
}

void PageRail::addPage(QAction *action)
{
    auto *button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    button->setIconSize(QSize(20, 20));
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(action->text());
    QFont small = button->font();
    small.setPointSizeF(small.pointSizeF() * 0.85);
    button->setFont(small);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    button->setMinimumSize(button->fontMetrics().horizontalAdvance(action->text()) + 16,
                           button->fontMetrics().height() + 36);
    m_column->insertWidget(m_column->count() - 1, button);
    connect(button, &QToolButton::toggled, this, qOverload<>(&QWidget::update));
}

void PageRail::paintEvent(QPaintEvent *)
{
    const Colors &colors = colorsOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), colors.window);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), colors.line);
    for (const QToolButton *button : findChildren<QToolButton *>()) {
        if (!button->isChecked())
            continue;
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors.selectedRow);
        painter.drawRoundedRect(button->geometry(), 6, 6);
        painter.fillRect(QRect(0, button->y() + 8, 3, button->height() - 16), colors.accent);
    }
}

} // namespace views
