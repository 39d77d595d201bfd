// SPDX-License-Identifier: GPL-3.0-or-later
// From a wanted filter and order to shown rows: scans, questions to the store, arrivals.
#include "models/index/eventqueryprivate.h"
#include "models/index/facetcount.h"
#include "models/index/filterwords.h"
#include "models/index/openquestion.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace models {

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
        RowMatcher helper(wanted, at);
        helper.setAnswers(known);
        const auto result = std::make_shared<ScanResult>(
                scan(snapshot, *newMatcher, wantedOrder, *shared, cancelled, &helper));
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
            before.sort(shown);
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
    before.sort(shown);
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

/// The team decided something: other rows may be shown, or none but the counts be others.
void EventQuery::Private::takeStandings()
{
    if (!asksAbout(filter.root(), Field::Triage))
        return startScan();
    questionDue = lookup.isWanted(); // about what is shown only now
    change();
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
