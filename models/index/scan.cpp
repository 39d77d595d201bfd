// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/scan.h"

#include "models/index/facetcount.h"
#include "models/index/hits.h"
#include "models/index/radixsort.h"
#include "models/index/rowmatcher.h"
#include "models/index/roworder.h"

#include <algorithm>
#include <bit>
#include <iterator>
#include <limits>
#include <memory>
#include <numeric>

namespace models {

namespace {

/// Shown rows by descending id; `hits` are those rows in ascending order.
std::vector<quint32> newestFirst(const IndexSnapshot &snapshot, std::vector<quint32> &&hits)
{
    const std::vector<IdOrder::Run> runs = snapshot.order.newestFirst();
    const bool oneRun = runs.size() == 1 && snapshot.order.odd().empty();
    if (oneRun && !runs.front().ascending)
        return std::move(hits);
    std::vector<quint32> rows;
    rows.reserve(hits.size());
    for (const IdOrder::Run &run : runs) {
        const auto begin = std::lower_bound(hits.begin(), hits.end(), run.first);
        const auto end = std::lower_bound(begin, hits.end(), run.first + run.count);
        if (run.ascending)
            rows.insert(rows.end(), std::reverse_iterator(end), std::reverse_iterator(begin));
        else
            rows.insert(rows.end(), begin, end);
    }
    if (snapshot.order.odd().empty())
        return rows;
    for (const auto &[id, row] : snapshot.order.odd()) {
        if (std::binary_search(hits.begin(), hits.end(), row))
            rows.push_back(row);
    }
    const auto id = [&snapshot](quint32 row) {
        return snapshot.segmentOf(row).ids[row % Segment::capacity];
    };
    std::sort(rows.begin(), rows.end(), [&](quint32 a, quint32 b) { return id(a) > id(b); });
    return rows;
}

/// One pass over the keys; for keys that are few in comparison with the rows.
void countingSort(std::vector<quint32> &rows, quint32 largest, bool descending, auto keyOf)
{
    const auto keys = std::make_unique_for_overwrite<quint32[]>(rows.size());
    std::vector<quint32> places(std::size_t { largest } + 2);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto key = static_cast<quint32>(keyOf(rows[i]));
        keys[i] = descending ? largest - key : key;
        ++places[keys[i] + 1];
    }
    std::partial_sum(places.begin(), places.end(), places.begin());
    std::vector<quint32> sorted(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i)
        sorted[places[keys[i]]++] = rows[i];
    rows.swap(sorted);
}

/// Reorders rows by a key each; equal keys keep their order.
void sortBy(std::vector<quint32> &rows, quint32 rowCount, quint64 largest, bool descending,
            auto keyOf)
{
    constexpr quint64 fewKeys = 65536;
    if (largest < fewKeys) {
        countingSort(rows, static_cast<quint32>(largest), descending, keyOf);
        return;
    }
    const int rowBits = static_cast<int>(std::bit_width(rowCount));
    const int keyBits = static_cast<int>(std::bit_width(largest));
    if (rowBits + keyBits > 64) {
        std::stable_sort(rows.begin(), rows.end(), [&](quint32 a, quint32 b) {
            return descending ? keyOf(a) > keyOf(b) : keyOf(a) < keyOf(b);
        });
        return;
    }
    std::vector<quint64> packed(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const quint64 key = descending ? largest - keyOf(rows[i]) : keyOf(rows[i]);
        packed[i] = key << rowBits | rows[i];
    }
    radixSort(packed, rowBits, keyBits);
    const quint64 rowMask = (quint64 { 1 } << rowBits) - 1;
    for (std::size_t i = 0; i < rows.size(); ++i)
        rows[i] = static_cast<quint32>(packed[i] & rowMask);
}

void sortByTerm(std::vector<quint32> &rows, const IndexSnapshot &snapshot, TermColumn column,
                bool descending, Ranks &ranks)
{
    const std::vector<quint32> &byTerm = ranks.of(column, snapshot);
    struct Source
    {
        const quint16 *codes;
        std::vector<quint32> ranks; ///< by code
    };
    std::vector<Source> sources;
    quint32 largest = 0;
    for (const SegmentView &view : snapshot.segments) {
        const Segment::Codes &codes = view.segment->column(column);
        Source source { codes.codes.get(), {} };
        source.ranks.resize(view.distinct[static_cast<std::size_t>(column)]);
        for (std::size_t code = 0; code < source.ranks.size(); ++code) {
            const TermId term = codes.terms[static_cast<std::ptrdiff_t>(code)];
            source.ranks[code] = byTerm[term < byTerm.size() ? term : 0];
            largest = std::max(largest, source.ranks[code]);
        }
        sources.push_back(std::move(source));
    }
    sortBy(rows, snapshot.rows, largest, descending, [&sources](quint32 row) -> quint64 {
        const Source &source = sources[row / Segment::capacity];
        return source.ranks[source.codes[row % Segment::capacity]];
    });
}

void sortByTime(std::vector<quint32> &rows, const IndexSnapshot &snapshot, bool descending)
{
    const auto timeOf = [&snapshot](quint32 row) {
        return static_cast<quint64>(snapshot.segmentOf(row).times[row % Segment::capacity])
                ^ (quint64 { 1 } << 63); // negative times first
    };
    quint64 smallest = std::numeric_limits<quint64>::max();
    quint64 largest = 0;
    for (const quint32 row : rows) {
        const quint64 time = timeOf(row);
        smallest = std::min(smallest, time);
        largest = std::max(largest, time);
    }
    if (smallest >= largest)
        return;
    sortBy(rows, snapshot.rows, largest - smallest, descending,
           [&](quint32 row) { return timeOf(row) - smallest; });
}

/// Reorders rows by one key; equal ones keep their order. Rows come newest first where the key is
/// the arrival.
void sortRows(std::vector<quint32> &rows, const IndexSnapshot &snapshot, Order::Part by,
              Ranks &ranks)
{
    const auto sortByLevel = [&](std::shared_ptr<quint8[]> Segment::*levels) {
        sortBy(rows, snapshot.rows, 255, by.descending, [&](quint32 row) -> quint64 {
            return (snapshot.segmentOf(row).*levels)[row % Segment::capacity];
        });
    };
    switch (by.key) {
    case Order::Key::Received:
        if (!by.descending)
            std::reverse(rows.begin(), rows.end());
        return;
    case Order::Key::Time:
        return sortByTime(rows, snapshot, by.descending);
    case Order::Key::Age:
        return sortByTime(rows, snapshot, !by.descending);
    case Order::Key::Severity:
        return sortByLevel(&Segment::severities);
    case Order::Key::Status:
        return sortByLevel(&Segment::statuses);
    case Order::Key::Family:
        return sortByLevel(&Segment::families);
    default:
        sortByTerm(rows, snapshot, *orderColumn(by.key), by.descending, ranks);
    }
}

} // namespace

ScanResult scan(const IndexSnapshot &snapshot, RowMatcher &matcher, const Order &order,
                Ranks &ranks, const std::atomic_bool &cancelled)
{
    std::vector<quint32> hits;
    std::vector<quint8> masks(matcher.isEmpty() ? 0 : snapshot.rows);
    quint32 first = 0;
    for (const SegmentView &segment : snapshot.segments) {
        if (cancelled)
            return {};
        if (matcher.isEmpty()) { // every row is shown
            hits.resize(first + segment.rows);
            std::iota(hits.begin() + first, hits.end(), first);
        } else {
            matcher.judge(snapshot, first, segment.rows, masks.data() + first);
            forEachHit(masks.data() + first, segment.rows, 0,
                       [&](quint32 row) { hits.push_back(first + row); });
        }
        first += segment.rows;
    }
    ScanResult result;
    result.matching = countFacets(snapshot, matcher, masks, hits, cancelled);
    result.rows = newestFirst(snapshot, std::move(hits));
    if (cancelled)
        return {};
    // The key that matters least goes first. No two rows arrived as one, so that nothing is left
    // to a second key after the arrival.
    if (order.second && order.key != Order::Key::Received)
        sortRows(result.rows, snapshot, *order.second, ranks);
    sortRows(result.rows, snapshot, order.first(), ranks);
    return result;
}

} // namespace models
