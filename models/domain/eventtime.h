// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"

#include <QStringView>

#include <optional>

namespace models {

/// Reads an envelope's time given as a number: seconds, or finer grains from 1e11 on (a value
/// that large would be beyond the year 5000 in seconds). Nothing for zero, negative, not finite,
/// and the vendor's placeholder 123456789 (spec/events.md, "Odd input that is legal").
std::optional<Instant> timeFromNumber(double value);

/// Reads a time given as text: a number as above, or ISO 8601 (UTC where no zone is given).
std::optional<Instant> timeFromText(QStringView text);

} // namespace models
