// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/scan.h"

#include "models/index/facetcount.h"
#include "models/index/hits.h"
#include "models/index/judging.h"
#include "models/index/rowmatcher.h"
#include "models/index/rowsort.h"

#include <algorithm>
#include <iterator>
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

} // namespace

ScanResult scan(const IndexSnapshot &snapshot, RowMatcher &matcher, const Order &order,
                Ranks &ranks, const std::atomic_bool &cancelled, RowMatcher *helper)
{
    const std::vector<quint8> masks = judgeAll(snapshot, matcher, helper, cancelled);
    std::vector<quint32> hits;
    hits.reserve(snapshot.rows); // what is not written takes no memory
    quint32 first = 0;
    for (const SegmentView &segment : snapshot.segments) {
        if (cancelled)
            return {};
        if (matcher.isEmpty()) { // every row is shown
            hits.resize(first + segment.rows);
            std::iota(hits.begin() + first, hits.end(), first);
        } else {
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
    sortRows(result.rows, snapshot, order, ranks);
    return result;
}

} // namespace models
