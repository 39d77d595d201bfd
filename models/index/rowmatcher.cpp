// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/rowmatcher.h"

#include "models/index/filterwords.h"

#include <algorithm>

namespace models {

RowMatcher::RowMatcher(const Filter &filter, Instant now, const OtherTests &others)
{
    const auto add = [&](const FilterNode &node) {
        quint8 bit = otherBit;
        for (std::size_t facet = 0; facet < facetCount; ++facet) {
            if (isSelection(node, static_cast<Field>(facet)))
                bit = facetBit(facet);
        }
        m_clauses.push_back({ makeRowTest(node, now, others), bit });
    };
    const FilterNode &root = filter.root();
    if (root.kind == FilterNode::Kind::And) {
        for (const auto &child : root.children)
            add(*child);
    } else if (root.kind != FilterNode::Kind::All) {
        add(root);
    }
}

quint8 RowMatcher::bits() const
{
    quint8 bits = 0;
    for (const Clause &clause : m_clauses)
        bits |= clause.bit;
    return bits;
}

void RowMatcher::judge(const IndexSnapshot &snapshot, quint32 first, quint32 count, quint8 *masks)
{
    // Masks and scratch of a portion stay in the first-level cache from clause to clause.
    constexpr quint32 portion = 8192;
    m_scratch.resize(portion);
    while (count > 0) {
        const SegmentView &segment = snapshot.segments[first / Segment::capacity];
        const quint32 row = first % Segment::capacity;
        const quint32 part = std::min({ portion, count, Segment::capacity - row });
        const Stretch stretch { segment, snapshot.terms, row, part };
        std::fill_n(masks, part, quint8 { 0 });
        for (const Clause &clause : m_clauses) {
            clause.test->run(stretch, m_scratch.data());
            const quint8 bit = clause.bit;
            const quint8 *const passes = m_scratch.data();
            for (quint32 i = 0; i < part; ++i)
                masks[i] = static_cast<quint8>(masks[i] | ((passes[i] - 1) & bit));
        }
        first += part;
        count -= part;
        masks += part;
    }
}

} // namespace models
