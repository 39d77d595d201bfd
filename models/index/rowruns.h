// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/roworder.h"

#include <optional>
#include <utility>
#include <vector>

namespace models {

/// Rows that come between those that are shown.
struct RowRuns
{
    struct Run
    {
        std::size_t before; ///< the shown row that will follow
        std::size_t first; ///< in `added`
        std::size_t count;
    };
    std::vector<quint32> added; ///< positions in the index, in display order
    std::vector<Run> runs; ///< in display order
    /// More runs than are worth telling one by one; `runs` is not whole then.
    bool isScattered() const { return runs.size() > most; }
    static constexpr std::size_t most = 16;
};

/// Where new rows belong among the shown ones, both in the same order. GUI thread.
RowRuns runsInto(const std::vector<quint32> &rows, std::vector<quint32> added,
                 const RowOrder &before);

/// What has to be put in so that `rows` become `wanted`; nothing where something would have to
/// leave. Any thread.
std::optional<RowRuns> runsTowards(const std::vector<quint32> &rows,
                                   const std::vector<quint32> &wanted);

/// Puts new rows among the others, both in the same order. GUI thread.
void mergeInto(std::vector<quint32> &rows, const std::vector<quint32> &added,
               const RowOrder &before);

/// First and last of each stretch of numbers that follow each other, in ascending order. Pure.
std::vector<std::pair<int, int>> stretchesOf(std::vector<int> numbers);

} // namespace models
