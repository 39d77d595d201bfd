// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/indexsnapshot.h"
#include "models/index/rowmatcher.h"
#include "models/index/storeanswers.h"

#include <atomic>

namespace models {

/// What the store has to be asked so that each row of the snapshot from `first` on can be shown
/// or not, and counted: newest first, what may be shown before what is only counted. Bodies are
/// asked for only when no text is left to be judged, since that may leave fewer rows open.
/// `matcher` and `answers` are those of one filter. Any thread; gives up with an empty question
/// once `cancelled` is true.
StoreQuestion openQuestion(const IndexSnapshot &snapshot, quint32 first, RowMatcher &matcher,
                           const StoreAnswers &answers, const std::atomic_bool &cancelled);

} // namespace models
