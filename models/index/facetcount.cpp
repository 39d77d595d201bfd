// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/facetcount.h"

#include "models/index/hits.h"
#include "models/index/openrows.h"
#include "models/index/rowmatcher.h"

#include <algorithm>

namespace models {

namespace {

/// How a facet gets its counts.
enum class Way : quint8 {
    Totals, ///< nothing else limits it
    Shown, ///< count what is shown, and what only its own clauses hide
    Rest, ///< count all others and take them away from the totals
};

class Counter final
{
public:
    Counter(const IndexSnapshot &snapshot, const RowMatcher &matcher,
            const std::vector<quint8> &masks, std::size_t shown);

    void addSegment(std::size_t number, const quint8 *masks, const quint32 *shown,
                    std::size_t shownCount);
    FacetCounts take();

private:
    void countAll(Way way, bool ownClauses, const OpenRows &rows, std::size_t segment);
    void count(std::size_t facet, const OpenRows &rows, std::size_t segment);
    template<typename Code>
    void countCodes(std::size_t facet, const Code *codes, quint32 distinct, const quint32 *numbers,
                    const OpenRows &rows);
    void countStandings(std::size_t segment, const quint8 *masks);
    void takeStandings();
    /// Lists the rows that `facet` does not count.
    void listRest(const SegmentView &segment, const quint8 *masks, quint8 own);

    const IndexSnapshot &m_snapshot;
    std::array<Way, facetCount> m_ways {};
    std::array<bool, facetCount> m_own {}; ///< has clauses of its own
    FacetCounts m_counts;
    std::array<FacetCount, standingCount> m_standings {}; ///< of the rows that are not new
    OpenRows m_rows;
    std::vector<quint8> m_pattern;
    std::vector<quint32> m_histogram;
};

Counter::Counter(const IndexSnapshot &snapshot, const RowMatcher &matcher,
                 const std::vector<quint8> &masks, std::size_t shown)
    : m_snapshot(snapshot), m_pattern(Segment::capacity)
{
    for (std::size_t facet = 0; facet < facetCount; ++facet) {
        const quint8 own = RowMatcher::facetMask(facet);
        m_own[facet] = matcher.has(own);
        if (!matcher.hasOther(own))
            continue;
        std::size_t counted = shown;
        if (m_own[facet])
            counted += static_cast<std::size_t>(std::count(masks.begin(), masks.end(), own));
        m_ways[facet] = 2 * counted > masks.size() ? Way::Rest : Way::Shown;
        m_counts[facet].resize(snapshot.totals[facet].size());
    }
}

template<typename Code>
void Counter::countCodes(std::size_t facet, const Code *codes, quint32 distinct,
                         const quint32 *numbers, const OpenRows &rows)
{
    FacetCount *const counts = m_counts[facet].data();
    const auto numberOf = [numbers](quint32 code) { return numbers ? numbers[code] : code; };
    if (rows.size() < distinct / 2) { // a histogram would cost more than it spares
        rows.each([&](quint16 row, bool open) {
            FacetCount &count = counts[numberOf(codes[row])];
            ++count.matching;
            count.open += open ? 1 : 0;
        });
        return;
    }
    m_histogram.assign(std::size_t { distinct } * 2, 0);
    quint32 *const open = m_histogram.data();
    quint32 *const other = open + distinct;
    rows.count(codes, open, other);
    for (quint32 code = 0; code < distinct; ++code) {
        if ((open[code] | other[code]) == 0)
            continue;
        FacetCount &count = counts[numberOf(code)];
        count.matching += open[code] + other[code];
        count.open += open[code];
    }
}

void Counter::count(std::size_t facet, const OpenRows &rows, std::size_t segment)
{
    if (rows.size() == 0)
        return;
    const auto field = static_cast<Field>(facet);
    const SegmentView &view = m_snapshot.segments[segment];
    if (field == Field::Triage) { // as if all were new; those that are not are put right at the end
        m_counts[facet][0].matching += static_cast<quint32>(rows.size());
        m_counts[facet][0].open += rows.openSize();
        return;
    }
    if (const LevelColumn levels = facetLevels(field)) {
        countCodes(facet, ((*view.segment).*levels).get(),
                   static_cast<quint32>(m_counts[facet].size()), nullptr, rows);
        return;
    }
    const TermColumn column = *facetColumn(field);
    view.segment->column(column).codes.visit([&](const auto *codes) {
        countCodes(facet, codes, view.distinct[static_cast<std::size_t>(column)],
                   (*m_snapshot.numbers[segment])[facet].get(), rows);
    });
}

void Counter::countAll(Way way, bool ownClauses, const OpenRows &rows, std::size_t segment)
{
    for (std::size_t facet = 0; facet < facetCount; ++facet) {
        if (m_ways[facet] == way && (ownClauses || !m_own[facet]))
            count(facet, rows, segment);
    }
}

/// Few are not new: they are counted one by one, whatever is the way of the others.
void Counter::countStandings(std::size_t segment, const quint8 *masks)
{
    constexpr auto facet = static_cast<std::size_t>(Field::Triage);
    constexpr quint8 own = RowMatcher::facetMask(facet);
    if (m_ways[facet] == Way::Totals || !m_snapshot.standings)
        return;
    const SegmentView &view = m_snapshot.segments[segment];
    const Standings::Rows rows = m_snapshot.standings->rowsOf(segment, view);
    for (const StandingRow &row : *rows) {
        if (row.row >= view.rows)
            break;
        if (masks[row.row] != 0 && masks[row.row] != own)
            continue;
        FacetCount &count = m_standings[static_cast<std::size_t>(row.standing)];
        ++count.matching;
        count.open += row.open ? 1 : 0;
    }
}

void Counter::listRest(const SegmentView &segment, const quint8 *masks, quint8 own)
{
    m_rows.clear();
    const quint8 *const statuses = segment.segment->statuses.get();
    for (quint32 row = 0; row < segment.rows; ++row) {
        m_pattern[row] = static_cast<quint8>(static_cast<int>(masks[row] != 0)
                                             & static_cast<int>(masks[row] != own));
    }
    forEachHit(m_pattern.data(), segment.rows, 1, [&](quint32 row) { m_rows.add(statuses, row); });
}

void Counter::addSegment(std::size_t number, const quint8 *masks, const quint32 *shown,
                         std::size_t shownCount)
{
    const SegmentView &segment = m_snapshot.segments[number];
    const quint8 *const statuses = segment.segment->statuses.get();
    const auto any = [this](Way way, bool own) {
        for (std::size_t facet = 0; facet < facetCount; ++facet) {
            if (m_ways[facet] == way && (own || !m_own[facet]))
                return true;
        }
        return false;
    };
    if (any(Way::Shown, true)) {
        m_rows.clear();
        for (std::size_t i = 0; i < shownCount; ++i)
            m_rows.add(statuses, shown[i] % Segment::capacity);
        countAll(Way::Shown, true, m_rows, number);
    }
    if (any(Way::Rest, false)) {
        listRest(segment, masks, 0);
        countAll(Way::Rest, false, m_rows, number);
    }
    for (std::size_t facet = 0; facet < facetCount; ++facet) {
        if (!m_own[facet] || m_ways[facet] == Way::Totals)
            continue;
        const quint8 own = RowMatcher::facetMask(facet);
        if (m_ways[facet] == Way::Rest) {
            listRest(segment, masks, own);
        } else {
            m_rows.clear();
            forEachHit(masks, segment.rows, own, [&](quint32 row) { m_rows.add(statuses, row); });
        }
        count(facet, m_rows, number);
    }
    countStandings(number, masks);
}

void Counter::takeStandings()
{
    constexpr auto facet = static_cast<std::size_t>(Field::Triage);
    if (m_ways[facet] == Way::Totals)
        return;
    FacetCount *const counts = m_counts[facet].data();
    FacetCount all;
    for (std::size_t i = 0; i < standingCount; ++i) {
        all.matching += counts[i].matching;
        all.open += counts[i].open;
        counts[i] = m_standings[i];
    }
    for (const FacetCount &count : m_standings) {
        all.matching -= count.matching;
        all.open -= count.open;
    }
    counts[static_cast<std::size_t>(Standing::New)] = all;
}

FacetCounts Counter::take()
{
    for (std::size_t facet = 0; facet < facetCount; ++facet) {
        const QList<FacetCount> &totals = m_snapshot.totals[facet];
        if (m_ways[facet] == Way::Totals) {
            m_counts[facet] = totals;
        } else if (m_ways[facet] == Way::Rest) {
            FacetCount *const counts = m_counts[facet].data();
            for (qsizetype i = 0; i < totals.size(); ++i) {
                counts[i].matching = totals[i].matching - counts[i].matching;
                counts[i].open = totals[i].open - counts[i].open;
            }
        }
    }
    takeStandings();
    return std::move(m_counts);
}

} // namespace

FacetCounts countFacets(const IndexSnapshot &snapshot, const RowMatcher &matcher,
                        const std::vector<quint8> &masks, const std::vector<quint32> &shown,
                        const std::atomic_bool &cancelled)
{
    if (matcher.isEmpty())
        return snapshot.totals;
    Counter counter(snapshot, matcher, masks, shown.size());
    quint32 first = 0;
    auto begin = shown.begin();
    for (std::size_t i = 0; i < snapshot.segments.size() && !cancelled; ++i) {
        const quint32 end = first + snapshot.segments[i].rows;
        const auto next = std::lower_bound(begin, shown.end(), end);
        counter.addSegment(i, masks.data() + first, shown.data() + (begin - shown.begin()),
                           static_cast<std::size_t>(next - begin));
        begin = next;
        first = end;
    }
    return counter.take();
}

void addFacets(const IndexSnapshot &snapshot, quint32 first, const std::vector<quint8> &masks,
               FacetCounts &counts)
{
    for (std::size_t facet = 0; facet < facetCount; ++facet) {
        const auto field = static_cast<Field>(facet);
        const LevelColumn levels = facetLevels(field);
        const std::optional<TermColumn> column = facetColumn(field);
        const quint8 own = RowMatcher::facetMask(facet);
        if (counts[facet].size() < snapshot.totals[facet].size())
            counts[facet].resize(snapshot.totals[facet].size());
        FacetCount *const values = counts[facet].data();
        for (std::size_t i = 0; i < masks.size(); ++i) {
            if (masks[i] != 0 && masks[i] != own)
                continue;
            const quint32 position = first + static_cast<quint32>(i);
            const quint32 row = position % Segment::capacity;
            const std::size_t at = position / Segment::capacity;
            const Segment &segment = *snapshot.segments[at].segment;
            quint32 number = 0;
            if (column)
                number = (*snapshot.numbers[at])[facet][segment.column(*column).codes[row]];
            else if (levels)
                number = (segment.*levels)[row];
            else if (snapshot.standings)
                number = static_cast<quint32>(
                        snapshot.standings->of(segment.term(TermColumn::Subject, row)));
            ++values[number].matching;
            values[number].open +=
                    segment.statuses[row] == static_cast<quint8>(Status::Open) ? 1 : 0;
        }
    }
}

} // namespace models
