// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/boards/issuerows.h"
#include "models/index/rowtests.h"

#include <algorithm>

namespace models {

/// Top-level clauses of an expression by their place, as bits; those from the last bit's place on
/// share it.
using ClauseSet = quint16;
inline constexpr int clauseSetSize = 16;

/// Judges rows of issues by an expression about issues, clause by clause. The one evaluator of
/// such expressions. Each different text is judged once in its life, so rows must have texts of
/// one index. One thread at a time.
class IssueJudge final
{
public:
    /// What `basis` refers to must outlive it.
    IssueJudge(const Filter &filter, const IssueBasis &basis);

    /// Calls `found` with each issue of `rows` (issueRows()), and the clauses that it misses.
    /// Gives up when `cancelled` becomes true.
    template<typename Found>
    void run(const IndexSnapshot &rows, const std::atomic_bool &cancelled, Found found)
    {
        for (std::size_t number = 0; number < rows.segments.size(); ++number) {
            const SegmentView &segment = rows.segments[number];
            for (quint32 first = 0; first < segment.rows && !cancelled; first += portion) {
                const quint32 count = std::min(portion, segment.rows - first);
                judge(rows, number, first, count);
                for (quint32 row = 0; row < count; ++row)
                    found(segment.segment->ids[first + row] - 1, m_missed[row]);
            }
        }
    }

private:
    static constexpr quint32 portion = 8192; ///< stays in the cache from clause to clause
    void judge(const IndexSnapshot &rows, std::size_t number, quint32 first, quint32 count);

    std::vector<std::unique_ptr<RowTest>> m_tests;
    std::vector<ClauseSet> m_missed;
    std::vector<quint8> m_passes;
};

} // namespace models
