// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/order.h"

#include <QString>

#include <optional>

namespace models {

/// An order as text, "severity descending, time ascending": how saved views keep it. Any thread.
QString orderText(const Order &order);

/// Reads what orderText() wrote; nothing for any other text.
std::optional<Order> orderFromText(const QString &text);

} // namespace models
