// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/eventquery.h"

class QFontMetrics;

namespace views {

class ColumnHeader;

/// Shares the width among the columns of models::EventsModel: times and badges get what their
/// words need, titles most of the rest. The arrival time is hidden until asked for; where not all
/// fit, type, product, group and status step aside in this order.
void planEventColumns(ColumnHeader &header, const QFontMetrics &metrics);

/// The model's column for an order.
int columnOf(models::Order::Key key);

} // namespace views
