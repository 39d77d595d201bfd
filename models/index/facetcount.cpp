// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/facetcount.h"

#include "models/index/hits.h"
#include "models/index/rowmatcher.h"

namespace models {

namespace {

/// Rows of a segment whose mask has this value, in ascending order.
quint32 collect(const quint8 *masks, quint32 count, quint8 wanted, quint16 *rows)
{
    quint32 size = 0;
    forEachHit(masks, count, wanted,
               [&](quint32 row) { rows[size++] = static_cast<quint16>(row); });
    return size;
}

/// Rows may be positions in the index: their low bits are the row in the segment.
template<typename Code, typename Row>
void countCodes(const Code *codes, const Row *rows, std::size_t size, quint32 *histogram)
{
    for (std::size_t i = 0; i < size; ++i)
        ++histogram[codes[rows[i] % Segment::capacity]];
}

} // namespace

FacetCounter::FacetCounter(const IndexSnapshot &snapshot, quint8 bits)
    : m_bits(bits), m_rows(Segment::capacity)
{
    for (std::size_t facet = 0; facet < facetCount; ++facet) {
        m_counted[facet] = (bits & ~RowMatcher::facetBit(facet)) != 0;
        if (!m_counted[facet])
            m_counts[facet] = snapshot.totals[facet];
    }
}

template<typename Row>
void FacetCounter::count(std::size_t facet, const SegmentView &segment, const Row *rows,
                         std::size_t size)
{
    const auto field = static_cast<Field>(facet);
    const Segment &columns = *segment.segment;
    QHash<quint32, quint32> &counts = m_counts[facet];
    const std::optional<TermColumn> column = facetColumn(field);
    if (!column) {
        m_histogram.assign(256, 0);
        countCodes((field == Field::Severity ? columns.severities : columns.statuses).get(), rows,
                   size, m_histogram.data());
        for (quint32 level = 0; level < 256; ++level) {
            if (m_histogram[level] > 0)
                counts[level] += m_histogram[level];
        }
        return;
    }
    const Segment::Codes &codes = columns.column(*column);
    const quint32 distinct = segment.distinct[static_cast<std::size_t>(*column)];
    m_histogram.assign(distinct, 0);
    countCodes(codes.codes.get(), rows, size, m_histogram.data());
    for (quint32 code = 0; code < distinct; ++code) {
        if (m_histogram[code] > 0)
            counts[codes.terms[code]] += m_histogram[code];
    }
}

void FacetCounter::add(const SegmentView &segment, const quint8 *masks, const quint32 *shown,
                       std::size_t shownCount)
{
    for (std::size_t facet = 0; facet < facetCount; ++facet) {
        if (m_counted[facet] && shownCount > 0)
            count(facet, segment, shown, shownCount);
    }
    for (std::size_t facet = 0; facet < facetCount; ++facet) {
        const quint8 own = RowMatcher::facetBit(facet);
        if (!m_counted[facet] || (m_bits & own) == 0)
            continue;
        const quint32 size = collect(masks, segment.rows, own, m_rows.data());
        if (size > 0)
            count(facet, segment, m_rows.data(), size);
    }
}

} // namespace models
