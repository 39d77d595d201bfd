// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/completion.h"
#include "models/index/indexsnapshot.h"

#include <atomic>

namespace models {

/// The values of a field that occur and hold `typed` (without case and accents), most frequent
/// first, at most `most`; for a level also the portal's words. Time grows with the rows: not on
/// the GUI thread. Gives up when `cancelled` becomes true; the result is then of no use.
std::vector<ValueCount> countValues(const IndexSnapshot &snapshot, Field field,
                                    const QString &typed, std::size_t most,
                                    const std::atomic_bool &cancelled);

} // namespace models
