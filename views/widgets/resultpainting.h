// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/deliveryrecord.h"

#include <QRectF>

class QColor;
class QPainter;

namespace views {

struct Colors;

/// The colour of a result's shape and word.
const QColor &resultColor(const Colors &colors, models::DeliveryResult result);
/// Draws the shape of a result, so that colour is not the only sign: disc (accepted), ring
/// (repeated), diamond (partly), triangle (refused).
void drawResultShape(QPainter &painter, const QRectF &box, models::DeliveryResult result,
                     const QColor &color);

} // namespace views
