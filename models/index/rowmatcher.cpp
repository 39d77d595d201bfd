// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/rowmatcher.h"

#include "models/index/filterwords.h"

#include <algorithm>

namespace models {

RowMatcher::RowMatcher(const Filter &filter, Instant now, const OtherTests &others)
{
    for (const auto &clause : filter.parts()) {
        quint8 mask = otherMask;
        for (std::size_t facet = 0; facet < facetCount; ++facet) {
            const auto field = static_cast<Field>(facet);
            if (isSelection(*clause, field) || isExclusion(*clause, field))
                mask = facetMask(facet);
        }
        m_clauses.push_back({ makeRowTest(*clause, now, others), mask });
    }
}

bool RowMatcher::has(quint8 mask) const
{
    return std::any_of(m_clauses.begin(), m_clauses.end(),
                       [mask](const Clause &clause) { return clause.mask == mask; });
}

bool RowMatcher::hasOther(quint8 mask) const
{
    return std::any_of(m_clauses.begin(), m_clauses.end(),
                       [mask](const Clause &clause) { return clause.mask != mask; });
}

void RowMatcher::judge(const IndexSnapshot &snapshot, quint32 first, quint32 count, quint8 *masks,
                       Undecided undecided)
{
    // Masks and scratch of a portion stay in the first-level cache from clause to clause.
    constexpr quint32 portion = 8192;
    m_scratch.resize(portion);
    while (count > 0) {
        const SegmentView &segment = snapshot.segments[first / Segment::capacity];
        const quint32 row = first % Segment::capacity;
        const quint32 part = std::min({ portion, count, Segment::capacity - row });
        const Stretch stretch { .segment = segment,
                                .terms = snapshot.terms,
                                .first = row,
                                .count = part,
                                .answers = m_answers.get(),
                                .undecidedPass = undecided == Undecided::Show,
                                .read = &snapshot.read,
                                .number = first / Segment::capacity,
                                .standings = snapshot.standings.get() };
        std::fill_n(masks, part, quint8 { 0 });
        for (const Clause &clause : m_clauses) {
            clause.test->run(stretch, m_scratch.data());
            const quint8 own = clause.mask;
            const quint8 *const passes = m_scratch.data();
            for (quint32 i = 0; i < part; ++i) {
                const quint8 before = masks[i];
                const quint8 failed = before == 0 || before == own ? own : otherMask;
                masks[i] = passes[i] != 0 ? before : failed;
            }
        }
        first += part;
        count -= part;
        masks += part;
    }
}

} // namespace models
