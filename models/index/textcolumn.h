// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/filter.h"
#include "models/index/segment.h"

#include <optional>

namespace models {

/// The column that holds the texts of a field, of severities and statuses the portal's words;
/// nothing for times, families and paths. Any thread.
std::optional<TermColumn> textColumn(Field field);

} // namespace models
