// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/eventquery.h"

#include "models/index/eventindex.h"
#include "models/index/facetcount.h"
#include "models/index/latestjob.h"
#include "models/index/openquestion.h"
#include "models/index/roworder.h"
#include "models/index/rowruns.h"
#include "models/index/scan.h"
#include "models/index/storelookup.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace models {

struct EventQuery::Private
{
    EventQuery *q;
    EventIndex &index;
    Filter filter; ///< wanted; shown once the scan is done
    Order order; ///< likewise
    IdSet read; ///< as it was when the filter was asked

    // What is shown, always all of it by one filter and one order.
    std::shared_ptr<RowMatcher> matcher = std::make_shared<RowMatcher>(Filter(), now());
    Order shownOrder;
    std::vector<quint32> rows;
    FacetCounts matching;
    quint32 tested = 0; ///< rows of the index that have been judged

    std::shared_ptr<Ranks> ranks = std::make_shared<Ranks>();
    Instant judgedAt = now(); ///< ages are counted back from there
    StoreLookup lookup;
    LatestJob job;
    bool changing = false; ///< filter or order are not those of what is shown
    bool answered = false; ///< the store said something since the last scan began
    bool taking = false; ///< what it said before is being taken over
    quint32 searched = 0; ///< rows of the index that were there when the search began
    bool questionDue = false; ///< all rows have to be looked through for what to ask the store

    Private(EventQuery *query, EventIndex &events, StoreSearch *search)
        : q(query), index(events), lookup(search)
    {
    }

    void change();
    void goOn();
    void startScan();
    void startQuestion();
    void deliver(const std::shared_ptr<RowMatcher> &newMatcher, Order newOrder, ScanResult &&result,
                 quint32 scanned);
    void takeAnswer();
    void takeAppended();
    RowOrder shownBefore() const // while a scan runs, the ranks are its own
    {
        return { index, shownOrder, job.busy() ? nullptr : ranks.get() };
    }
    std::vector<quint32> judgeFrom(quint32 first);
    void askFrom(quint32 first);
    void insert(const RowRuns &runs);
    void touch(const QList<quint32> &positions);
};

EventQuery::EventQuery(EventIndex &index, StoreSearch *search, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(this, index, search))
{
    connect(&index, &EventIndex::appended, this, [this] { d->takeAppended(); });
    connect(&index, &EventIndex::repeated, this,
            [this](const QList<quint32> &positions) { d->touch(positions); });
    connect(&d->lookup, &StoreLookup::answered, this, [this] { d->takeAnswer(); });
    connect(&d->lookup, &StoreLookup::changed, this, &EventQuery::searchChanged);
    d->read = index.read();
    if (index.rows() > 0)
        d->change();
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
    d->read = d->index.read();
    emit filterChanged();
    d->lookup.begin(filter);
    d->answered = false;
    d->taking = false;
    d->questionDue = d->lookup.isWanted();
    d->change();
}

void EventQuery::rescan()
{
    d->judgedAt = now();
    d->startScan();
}

void EventQuery::askAgain()
{
    d->read = d->index.read();
    d->questionDue = d->lookup.isWanted(); // about what was read and no longer is
    d->change();
}

void EventQuery::setOrder(Order order)
{
    if (order == d->order)
        return;
    d->order = order;
    emit orderChanged();
    d->change();
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
    return d->changing;
}

bool EventQuery::searching() const
{
    return d->lookup.isWanted()
            && (d->questionDue || d->answered || d->taking || d->lookup.isAsking());
}

double EventQuery::searchProgress() const
{
    return d->lookup.progress();
}

void EventQuery::stopSearch()
{
    if (searching())
        d->lookup.stop();
}

void EventQuery::resumeSearch()
{
    if (!d->lookup.isStopped())
        return;
    d->questionDue = true;
    d->lookup.resume();
    d->goOn();
}

bool EventQuery::searchStopped() const
{
    return d->lookup.isStopped();
}

QString EventQuery::searchFailure() const
{
    return d->lookup.failure();
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

std::shared_ptr<const StoreAnswers> EventQuery::answers() const
{
    return d->lookup.answers();
}

const EventIndex &EventQuery::index() const
{
    return d->index;
}

/// Filter or order were changed: what runs is stale.
void EventQuery::Private::change()
{
    const bool wasChanging = changing;
    changing = true;
    startScan();
    if (!wasChanging)
        emit q->busyChanged();
}

/// Begins what is to be done next, once nothing runs.
void EventQuery::Private::goOn()
{
    if (job.busy())
        return;
    if (answered)
        startScan();
    else if (questionDue && lookup.isWanted())
        startQuestion();
}

void EventQuery::Private::startScan()
{
    taking = std::exchange(answered, false) || taking;
    if (changing)
        judgedAt = now();
    IndexSnapshot snapshot = index.snapshot();
    snapshot.read = read;
    job.start([this, snapshot, wanted = filter, wantedOrder = order, shared = ranks, at = judgedAt,
               known = lookup.answers()](const std::atomic_bool &cancelled) -> LatestJob::Deliver {
        const auto newMatcher = std::make_shared<RowMatcher>(wanted, at);
        newMatcher->setAnswers(known);
        const auto result = std::make_shared<ScanResult>(
                scan(snapshot, *newMatcher, wantedOrder, *shared, cancelled));
        return [this, newMatcher, wantedOrder, result, scanned = snapshot.rows] {
            deliver(newMatcher, wantedOrder, std::move(*result), scanned);
        };
    });
}

void EventQuery::Private::startQuestion()
{
    IndexSnapshot snapshot = index.snapshot();
    snapshot.read = read;
    job.start([this, snapshot, wanted = filter, at = judgedAt,
               known = lookup.answers()](const std::atomic_bool &cancelled) -> LatestJob::Deliver {
        RowMatcher open(wanted, at);
        open.setAnswers(known);
        const auto question =
                std::make_shared<StoreQuestion>(openQuestion(snapshot, 0, open, *known, cancelled));
        return [this, question, rowCount = snapshot.rows] {
            questionDue = false;
            if (!question->isEmpty()) {
                searched = rowCount;
                lookup.ask(std::move(*question));
            }
            if (index.rows() > rowCount) // they came meanwhile
                askFrom(rowCount);
            if (!lookup.isAsking())
                emit q->searchChanged();
            goOn();
        };
    });
}

void EventQuery::Private::takeAnswer()
{
    answered = true;
    // Bodies are asked for once the texts are known; of texts nothing is left.
    if (!lookup.isAsking())
        questionDue = lookup.answers()->needsBodies();
    goOn();
}

void EventQuery::Private::deliver(const std::shared_ptr<RowMatcher> &newMatcher, Order newOrder,
                                  ScanResult &&result, quint32 scanned)
{
    const bool changed = changing;
    matcher = newMatcher;
    shownOrder = newOrder;
    matching = std::move(result.matching);
    const std::vector<quint32> arrived = judgeFrom(scanned);
    if (!arrived.empty())
        mergeInto(result.rows, arrived, shownBefore());
    // The more the store has said, the more rows are sure: none has to leave. Those that are found
    // are no news, so only what arrived since is told as inserted.
    const auto runs = changed ? std::nullopt : runsTowards(rows, result.rows);
    const bool arrivedOnly = runs && !runs->isScattered()
            && std::all_of(runs->added.begin(), runs->added.end(),
                           [this](quint32 row) { return row >= searched; });
    if (arrivedOnly) {
        insert(*runs);
    } else {
        emit q->aboutToReplaceRows();
        rows = std::move(result.rows);
        changing = false;
        emit q->rowsReplaced();
    }
    emit q->countsChanged();
    if (changed)
        emit q->busyChanged();
    const bool took = std::exchange(taking, false);
    goOn();
    if (took)
        emit q->searchChanged();
}

/// Judges all rows of the index from `first` on, counts them, and returns those that are
/// shown, in display order.
std::vector<quint32> EventQuery::Private::judgeFrom(quint32 first)
{
    tested = index.rows();
    if (first >= tested)
        return {};
    std::vector<quint32> shown;
    const RowOrder before = shownBefore();
    if (matcher->isEmpty()) { // all rows, as when a store is loaded
        matching = index.facets().totals();
        shown.resize(tested - first);
        std::iota(shown.begin(), shown.end(), first);
        if (!std::is_sorted(shown.begin(), shown.end(), before))
            std::sort(shown.begin(), shown.end(), before);
        return shown;
    }
    const IndexSnapshot snapshot = index.snapshot();
    std::vector<quint8> masks(tested - first);
    matcher->judge(snapshot, first, tested - first, masks.data());
    addFacets(snapshot, first, masks, matching);
    for (quint32 row = first; row < tested; ++row) {
        if (masks[row - first] == 0)
            shown.push_back(row);
    }
    std::sort(shown.begin(), shown.end(), before);
    return shown;
}

void EventQuery::Private::takeAppended()
{
    const quint32 first = tested;
    std::vector<quint32> added = judgeFrom(first);
    if (!added.empty())
        insert(runsInto(rows, std::move(added), shownBefore()));
    emit q->countsChanged();
    askFrom(first);
}

/// Asks the store about new rows at once, before all that was asked earlier.
void EventQuery::Private::askFrom(quint32 first)
{
    if (!lookup.isWanted() || questionDue) // then all rows are looked through anyway
        return;
    static const std::atomic_bool never { false };
    lookup.ask(openQuestion(index.snapshot(), first, *matcher, *lookup.answers(), never));
}

void EventQuery::Private::insert(const RowRuns &added)
{
    if (added.isScattered()) {
        emit q->aboutToReplaceRows();
        mergeInto(rows, added.added, shownBefore());
        emit q->rowsReplaced();
        return;
    }
    // From the end, so that the places of the others stay right.
    for (auto run = added.runs.rbegin(); run != added.runs.rend(); ++run) {
        emit q->aboutToInsertRows(static_cast<int>(run->before),
                                  static_cast<int>(run->before + run->count - 1));
        const auto from = added.added.begin() + static_cast<std::ptrdiff_t>(run->first);
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
    for (const auto &[first, last] : stretchesOf(std::move(shown)))
        emit q->rowsTouched(first, last);
}

} // namespace models
