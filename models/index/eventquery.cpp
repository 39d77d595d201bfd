// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/eventquery.h"

#include "models/index/eventindex.h"
#include "models/index/facetcount.h"
#include "models/index/latestjob.h"
#include "models/index/roworder.h"
#include "models/index/scan.h"

#include <algorithm>
#include <limits>

namespace models {

struct EventQuery::Private
{
    EventQuery *q;
    EventIndex &index;
    Filter filter; ///< wanted; shown once the scan is done
    Order order; ///< likewise

    // What is shown, always all of it by one filter and one order.
    std::shared_ptr<RowMatcher> matcher = std::make_shared<RowMatcher>(Filter(), now());
    Order shownOrder;
    std::vector<quint32> rows;
    FacetCounts matching;
    quint32 tested = 0; ///< rows of the index that have been judged

    std::shared_ptr<Ranks> ranks = std::make_shared<Ranks>();
    LatestJob job;

    Private(EventQuery *query, EventIndex &events) : q(query), index(events) { }

    void startScan();
    void deliver(const std::shared_ptr<RowMatcher> &newMatcher, Order newOrder, ScanResult &&result,
                 quint32 scanned);
    void takeAppended();
    std::vector<quint32> judgeFrom(quint32 first);
    void insert(const std::vector<quint32> &added);
    void mergeAll(const std::vector<quint32> &added);
    void touch(const QList<quint32> &positions);
};

EventQuery::EventQuery(EventIndex &index, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(this, index))
{
    connect(&index, &EventIndex::appended, this, [this] { d->takeAppended(); });
    connect(&index, &EventIndex::repeated, this,
            [this](const QList<quint32> &positions) { d->touch(positions); });
    if (index.rows() > 0)
        d->startScan();
}

EventQuery::~EventQuery() = default;

const Filter &EventQuery::filter() const
{
    return d->filter;
}

const Order &EventQuery::order() const
{
    return d->order;
}

void EventQuery::setFilter(const Filter &filter)
{
    if (filter == d->filter)
        return;
    d->filter = filter;
    emit filterChanged();
    d->startScan();
}

void EventQuery::rescan()
{
    d->startScan();
}

void EventQuery::setOrder(Order order)
{
    if (order == d->order)
        return;
    d->order = order;
    emit orderChanged();
    d->startScan();
}

const std::vector<quint32> &EventQuery::rows() const
{
    return d->rows;
}

int EventQuery::rowOf(quint32 position) const
{
    if (position >= d->index.rows())
        return -1;
    const auto found = std::lower_bound(d->rows.begin(), d->rows.end(), position,
                                        RowOrder(d->index, d->shownOrder));
    if (found == d->rows.end() || *found != position)
        return -1;
    return static_cast<int>(found - d->rows.begin());
}

qsizetype EventQuery::total() const
{
    return d->index.rows();
}

bool EventQuery::busy() const
{
    return d->job.busy();
}

std::vector<FacetValue> EventQuery::facet(Field field, FacetAsk ask) const
{
    ask.selected = d->filter.values(field);
    ask.excluded = d->filter.excluded(field);
    return facetValues(d->index, field, d->matching, ask);
}

const FacetCounts &EventQuery::matching() const
{
    return d->matching;
}

const EventIndex &EventQuery::index() const
{
    return d->index;
}

void EventQuery::Private::startScan()
{
    const bool wasBusy = job.busy();
    const IndexSnapshot snapshot = index.snapshot();
    job.start([this, snapshot, wanted = filter, wantedOrder = order,
               shared = ranks](const std::atomic_bool &cancelled) -> LatestJob::Deliver {
        const auto newMatcher = std::make_shared<RowMatcher>(wanted, now());
        const auto result = std::make_shared<ScanResult>(
                scan(snapshot, *newMatcher, wantedOrder, *shared, cancelled));
        return [this, newMatcher, wantedOrder, result, scanned = snapshot.rows] {
            deliver(newMatcher, wantedOrder, std::move(*result), scanned);
        };
    });
    if (!wasBusy)
        emit q->busyChanged();
}

void EventQuery::Private::deliver(const std::shared_ptr<RowMatcher> &newMatcher, Order newOrder,
                                  ScanResult &&result, quint32 scanned)
{
    emit q->aboutToReplaceRows();
    matcher = newMatcher;
    shownOrder = newOrder;
    matching = std::move(result.matching);
    rows = std::move(result.rows);
    const std::vector<quint32> arrived = judgeFrom(scanned);
    if (!arrived.empty())
        mergeAll(arrived);
    emit q->rowsReplaced();
    emit q->countsChanged();
    emit q->busyChanged();
}

/// Judges all rows of the index from `first` on, counts them, and returns those that are
/// shown, in display order.
std::vector<quint32> EventQuery::Private::judgeFrom(quint32 first)
{
    tested = index.rows();
    if (first >= tested)
        return {};
    const IndexSnapshot snapshot = index.snapshot();
    std::vector<quint8> masks(tested - first);
    matcher->judge(snapshot, first, tested - first, masks.data());
    addFacets(snapshot, first, masks, matching);
    std::vector<quint32> shown;
    for (quint32 row = first; row < tested; ++row) {
        if (masks[row - first] == 0)
            shown.push_back(row);
    }
    std::sort(shown.begin(), shown.end(), RowOrder(index, shownOrder));
    return shown;
}

void EventQuery::Private::takeAppended()
{
    const std::vector<quint32> added = judgeFrom(tested);
    if (!added.empty())
        insert(added);
    emit q->countsChanged();
}

void EventQuery::Private::mergeAll(const std::vector<quint32> &added)
{
    const auto middle = static_cast<std::ptrdiff_t>(rows.size());
    rows.insert(rows.end(), added.begin(), added.end());
    std::inplace_merge(rows.begin(), rows.begin() + middle, rows.end(),
                       RowOrder(index, shownOrder));
}

void EventQuery::Private::insert(const std::vector<quint32> &added)
{
    constexpr std::size_t mostRuns = 16;
    struct Run
    {
        std::size_t before; ///< row that will follow
        std::size_t first; ///< in `added`
        std::size_t count;
    };
    const RowOrder before(index, shownOrder);
    const auto place = [&](quint32 position, std::size_t from) {
        return static_cast<std::size_t>(
                std::lower_bound(rows.begin() + static_cast<std::ptrdiff_t>(from), rows.end(),
                                 position, before)
                - rows.begin());
    };
    std::vector<Run> runs;
    for (std::size_t i = 0; i < added.size();) {
        const std::size_t at = place(added[i], runs.empty() ? 0 : runs.back().before);
        // Everything up to the row that follows goes to the same place.
        std::size_t end = added.size();
        if (at < rows.size()) {
            end = static_cast<std::size_t>(
                    std::lower_bound(added.begin() + static_cast<std::ptrdiff_t>(i), added.end(),
                                     rows[at], before)
                    - added.begin());
        }
        runs.push_back({ at, i, end - i });
        i = end;
        if (runs.size() > mostRuns) {
            emit q->aboutToReplaceRows();
            mergeAll(added);
            emit q->rowsReplaced();
            return;
        }
    }
    // From the end, so that the places of the others stay right.
    for (auto run = runs.rbegin(); run != runs.rend(); ++run) {
        emit q->aboutToInsertRows(static_cast<int>(run->before),
                                  static_cast<int>(run->before + run->count - 1));
        const auto from = added.begin() + static_cast<std::ptrdiff_t>(run->first);
        rows.insert(rows.begin() + static_cast<std::ptrdiff_t>(run->before), from,
                    from + static_cast<std::ptrdiff_t>(run->count));
        emit q->rowsInserted();
    }
}

void EventQuery::Private::touch(const QList<quint32> &positions)
{
    std::vector<int> shown;
    for (const quint32 position : positions) {
        const int row = q->rowOf(position);
        if (row >= 0)
            shown.push_back(row);
    }
    std::sort(shown.begin(), shown.end());
    shown.erase(std::unique(shown.begin(), shown.end()), shown.end());
    for (std::size_t i = 0; i < shown.size();) {
        std::size_t end = i + 1;
        while (end < shown.size() && shown[end] == shown[end - 1] + 1)
            ++end;
        emit q->rowsTouched(shown[i], shown[end - 1]);
        i = end;
    }
}

} // namespace models
