// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/statusdot.h"

#include "views/widgets/cellpainting.h"
#include "views/widgets/colors.h"

#include <QPainter>

namespace views {

StatusDot::StatusDot(QWidget *parent) : QWidget(parent)
{
    setFixedSize(12, 12);
}

void StatusDot::showPhase(models::ReceiverState::Phase phase)
{
    m_phase = phase;
    update();
}

void StatusDot::paintEvent(QPaintEvent *)
{
    using Phase = models::ReceiverState::Phase;
    using models::Severity;
    const Colors &colors = colorsOf(palette());
    QPainter painter(this);
    const QRectF box(1, 1, 10, 10);
    if (m_phase == Phase::Listening)
        drawSeverityShape(painter, box, Severity::Low, colors.good);
    else if (m_phase == Phase::Failed)
        drawSeverityShape(painter, box, Severity::Urgent, colors.urgent);
    else
        drawSeverityShape(painter, box, Severity::Unrated, colors.quiet);
}

} // namespace views
