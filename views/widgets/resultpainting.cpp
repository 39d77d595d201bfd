// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/resultpainting.h"

#include "views/widgets/cellpainting.h"
#include "views/widgets/colors.h"

namespace views {

using models::DeliveryResult;
using models::Severity;

const QColor &resultColor(const Colors &colors, DeliveryResult result)
{
    switch (result) {
    case DeliveryResult::Accepted:
        return colors.good;
    case DeliveryResult::Repeated:
        return colors.quiet;
    case DeliveryResult::Partly:
        return colors.high;
    case DeliveryResult::Refused:
        break;
    }
    return colors.urgent;
}

void drawResultShape(QPainter &painter, const QRectF &box, DeliveryResult result,
                     const QColor &color)
{
    switch (result) {
    case DeliveryResult::Accepted:
        return drawSeverityShape(painter, box, Severity::Low, color);
    case DeliveryResult::Repeated:
        return drawSeverityShape(painter, box, Severity::Unrated, color);
    case DeliveryResult::Partly:
        return drawSeverityShape(painter, box, Severity::Medium, color);
    case DeliveryResult::Refused:
        return drawSeverityShape(painter, box, Severity::Urgent, color);
    }
}

} // namespace views
