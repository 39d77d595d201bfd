// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/index/filter.h"

namespace app {

/// Reads a query for a command. The failure is wrong usage, in words; below them stand the query
/// and a line that points at its wrong part, and what is most likely meant.
models::Result<models::Filter> readQuery(const QString &text);

} // namespace app
