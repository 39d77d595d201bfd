// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/indexsnapshot.h"
#include "models/index/rowmatcher.h"

#include <atomic>
#include <vector>

namespace models {

/// The masks of all rows of a snapshot, as RowMatcher::judge() gives them; none where the matcher
/// is empty. With a `helper`, a matcher of the same filter, a thread of the global pool takes part
/// if one is free: most of a search is reading texts, of which each segment has its own. Any
/// thread. Gives up when `cancelled` becomes true; the masks are then of no use.
std::vector<quint8> judgeAll(const IndexSnapshot &snapshot, RowMatcher &matcher, RowMatcher *helper,
                             const std::atomic_bool &cancelled);

} // namespace models
