// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/rowmatcher.h"
#include "models/index/viewcount.h"

#include <atomic>
#include <memory>
#include <vector>

namespace models {

/// Counts the rows that match each of several filters, in one pass over the rows for all of them;
/// rows that are appended later are added by another call. One thread at a time.
class ViewTally final
{
public:
    /// Ages are counted back from `now`.
    ViewTally(const std::vector<Filter> &filters, Instant now);

    /// Counts the rows of the snapshot that have not been counted yet. Gives up when `cancelled`
    /// becomes true; the tally is then of no more use.
    void add(const IndexSnapshot &snapshot, const std::atomic_bool &cancelled);

    /// In the order of the filters.
    const std::vector<ViewCount> &counts() const { return m_counts; }

private:
    std::vector<std::unique_ptr<RowMatcher>> m_matchers;
    std::vector<ViewCount> m_counts;
    quint32 m_rows = 0;
};

} // namespace models
