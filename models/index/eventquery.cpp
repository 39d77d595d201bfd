// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/eventquery.h"

#include "models/index/eventqueryprivate.h"

#include <algorithm>

namespace models {

EventQuery::EventQuery(EventIndex &index, StoreSearch *search, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(this, index, search))
{
    connect(&index, &EventIndex::appended, this, [this] { d->takeAppended(); });
    connect(&index, &EventIndex::repeated, this,
            [this](const QList<quint32> &positions) { d->touch(positions); });
    connect(&d->lookup, &StoreLookup::answered, this, [this] { d->takeAnswer(); });
    connect(&d->lookup, &StoreLookup::changed, this, &EventQuery::searchChanged);
    connect(&index, &EventIndex::standingsChanged, this, [this] { d->takeStandings(); });
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

const Order &EventQuery::shownOrder() const
{
    return d->shownOrder;
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

} // namespace models
