// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/rowsort.h"

#include "models/index/keysort.h"
#include "models/index/ranks.h"
#include "models/index/roworder.h"

#include <algorithm>
#include <limits>

namespace models {

namespace {

/// Reorders those rows among themselves that are equal by `first`, by which all are sorted.
void sortTies(std::vector<quint32> &rows, quint32 rowCount, const auto &first, const auto &second)
{
    constexpr std::ptrdiff_t many = 4096;
    for (auto begin = rows.begin(); begin != rows.end();) {
        const quint64 key = first(*begin);
        const auto end =
                std::find_if(begin + 1, rows.end(), [&](quint32 row) { return first(row) != key; });
        if (end - begin >= many) {
            std::vector<quint32> tied(begin, end);
            sortByKeys(tied, rowCount, second);
            std::copy(tied.begin(), tied.end(), begin);
        } else if (end - begin > 1) {
            std::stable_sort(begin, end,
                             [&](quint32 a, quint32 b) { return second(a) < second(b); });
        }
        begin = end;
    }
}

/// Calls `use` with the ranks of a text column.
void withTerms(const IndexSnapshot &snapshot, TermColumn column, bool descending, Ranks &ranks,
               auto use)
{
    const std::vector<quint32> &byTerm = ranks.of(column, snapshot);
    struct Source
    {
        const CodeColumn *codes;
        std::vector<quint32> ranks; ///< by code
    };
    std::vector<Source> sources;
    quint32 largest = 0;
    for (const SegmentView &view : snapshot.segments) {
        const Segment::Codes &codes = view.segment->column(column);
        Source source { &codes.codes, {} };
        source.ranks.resize(view.distinct[static_cast<std::size_t>(column)]);
        for (std::size_t code = 0; code < source.ranks.size(); ++code) {
            const TermId term = codes.terms[static_cast<std::ptrdiff_t>(code)];
            source.ranks[code] = byTerm[term < byTerm.size() ? term : 0];
            largest = std::max(largest, source.ranks[code]);
        }
        sources.push_back(std::move(source));
    }
    const auto rankOf = [&sources](quint32 row) -> quint64 {
        const Source &source = sources[row / Segment::capacity];
        return source.ranks[(*source.codes)[row % Segment::capacity]];
    };
    use(SortKeys<decltype(rankOf)> { rankOf, largest, descending });
}

void withTimes(const std::vector<quint32> &rows, const IndexSnapshot &snapshot, bool descending,
               auto use)
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
    const auto since = [timeOf, smallest](quint32 row) { return timeOf(row) - smallest; };
    use(SortKeys<decltype(since)> { since, rows.empty() ? 0 : largest - smallest, descending });
}

/// Calls `use` with the keys by which rows are ordered; not for the arrival.
void withKeys(const std::vector<quint32> &rows, const IndexSnapshot &snapshot, Order::Part by,
              Ranks &ranks, auto use)
{
    const auto withLevels = [&](std::shared_ptr<quint8[]> Segment::*levels) {
        const auto levelOf = [&snapshot, levels](quint32 row) -> quint64 {
            return (snapshot.segmentOf(row).*levels)[row % Segment::capacity];
        };
        use(SortKeys<decltype(levelOf)> { levelOf, 255, by.descending });
    };
    switch (by.key) {
    case Order::Key::Time:
        return withTimes(rows, snapshot, by.descending, use);
    case Order::Key::Age:
        return withTimes(rows, snapshot, !by.descending, use);
    case Order::Key::Severity:
        return withLevels(&Segment::severities);
    case Order::Key::Status:
        return withLevels(&Segment::statuses);
    case Order::Key::Family:
        return withLevels(&Segment::families);
    default:
        withTerms(snapshot, *orderColumn(by.key), by.descending, ranks, use);
    }
}

} // namespace

void sortRows(std::vector<quint32> &rows, const IndexSnapshot &snapshot, const Order &order,
              Ranks &ranks)
{
    // No two rows arrived as one, so that nothing is left to a second key after the arrival.
    if (order.key == Order::Key::Received) {
        if (!order.descending)
            std::reverse(rows.begin(), rows.end());
        return;
    }
    const auto sortByOne = [&](const auto &keys) { sortByKeys(rows, snapshot.rows, keys); };
    if (!order.second)
        return withKeys(rows, snapshot, order.first(), ranks, sortByOne);
    if (order.second->key == Order::Key::Received) {
        if (!order.second->descending)
            std::reverse(rows.begin(), rows.end());
        return withKeys(rows, snapshot, order.first(), ranks, sortByOne);
    }
    withKeys(rows, snapshot, order.first(), ranks, [&](const auto &first) {
        withKeys(rows, snapshot, *order.second, ranks, [&](const auto &second) {
            if (first.largest < fewSortKeys) {
                // The key that matters least goes first.
                sortByKeys(rows, snapshot.rows, second);
                sortByKeys(rows, snapshot.rows, first);
            } else {
                // Of many keys few are equal; and rows out of order are slow to read.
                sortByKeys(rows, snapshot.rows, first);
                sortTies(rows, snapshot.rows, first, second);
            }
        });
    });
}

} // namespace models
