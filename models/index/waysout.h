// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/rowtests.h"

#include <atomic>

namespace models {

/// A way out of an empty result: a filter that lacks something of the present one, and how many
/// rows it lets through.
struct WayOut
{
    QStringList dropped; ///< the texts of the clauses that are left out
    QString instead; ///< what stands in their place; empty: nothing
    Filter filter; ///< what remains
    qsizetype rows = 0; ///< that it shows; -1: not counted
    bool atLeast = false; ///< it may show more: a part that remains is looked up in the store
    bool asked = false; ///< the store is being asked how many
};

/// Which parts of a filter that matches nothing are to blame, by one scan: without any one of
/// the ways' clauses there are rows; where no single clause is to blame the fewest together are.
/// Where what remains is looked up in the store its number is not known here, only offered.
/// Also a value that does not occur with one that does and is written alike. The most rewarding
/// first, at most `most`. Only the first 32 top-level clauses are looked at. Time grows with the
/// rows: not on the GUI thread. Gives up when `cancelled` becomes true. `stored`: there is a store
/// that holds texts of which memory knows nothing; else paths alone are looked up there.
std::vector<WayOut> waysOut(const IndexSnapshot &snapshot, const Filter &filter, Instant now,
                            const OtherTests &others, std::size_t most,
                            const std::atomic_bool &cancelled, bool stored = false);

} // namespace models
