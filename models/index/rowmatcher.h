// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/rowtests.h"

namespace models {

/// A filter made ready to judge rows of a snapshot, column by column. Each different text is
/// judged once in the matcher's life. Keep one per thread; snapshots of one index only.
class RowMatcher final
{
public:
    /// The mask of a row says what hides it. 0: nothing, it is shown. This: only clauses of
    /// facet f (selections and exclusions).
    static constexpr quint8 facetMask(std::size_t facet) { return static_cast<quint8>(facet + 1); }
    /// Clauses of several facets, or others.
    static constexpr quint8 otherMask = 255;

    /// Ages are counted back from `now`; `others` tests what the columns cannot.
    RowMatcher(const Filter &filter, Instant now, const OtherTests &others = {});

    /// What the store said about clauses that the index cannot answer; none at first.
    void setAnswers(std::shared_ptr<const StoreAnswers> answers) { m_answers = std::move(answers); }

    /// What becomes of a row that the store has still to be asked about: it is hidden, or shown.
    enum class Undecided : quint8 { Hide, Show };

    /// Writes one mask a row for rows [first, first + count) of the snapshot.
    void judge(const IndexSnapshot &snapshot, quint32 first, quint32 count, quint8 *masks,
               Undecided undecided = Undecided::Hide);

    /// Whether every row passes.
    bool isEmpty() const { return m_clauses.empty(); }
    /// Whether a clause has this mask, or any clause another one.
    bool has(quint8 mask) const;
    bool hasOther(quint8 mask) const;

private:
    struct Clause
    {
        std::unique_ptr<RowTest> test;
        quint8 mask = 0;
    };
    std::vector<Clause> m_clauses;
    std::vector<quint8> m_scratch;
    std::shared_ptr<const StoreAnswers> m_answers;
};

} // namespace models
