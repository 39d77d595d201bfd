// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/timehistogram.h"

#include "models/index/eventindex.h"
#include "models/index/eventquery.h"
#include "models/index/filterwords.h"
#include "models/index/storeanswers.h"

#include <algorithm>
#include <utility>

namespace models {

using namespace std::chrono_literals;

namespace {

/// Arrivals are counted so often at most.
constexpr auto pace = 250ms;
/// The axis is never shorter.
constexpr qint64 shortestAxis = 3'600'000;

} // namespace

/// What one count leaves for the next one.
struct TimeHistogram::Shared
{
    struct Wanted
    {
        Filter others;
        Field field = Field::Received;
        std::optional<TimeRange> selected;
        int most = 0;
        Instant now;
        std::shared_ptr<const StoreAnswers> answers; ///< null where the filter needs none
    };
    TimeExtent received { Field::Received };
    TimeExtent times { Field::Time };
    std::optional<TimeSpan> view;

    // The counter and what it was made for.
    std::unique_ptr<HistogramCounter> counter;
    Filter filter;
    Field field = Field::Received;
    TimeBins bins;
    bool moves = false;
    Instant made;
    std::shared_ptr<const StoreAnswers> answers;
    std::shared_ptr<const Standings> standings;

    /// From the first time to now; event times that are years away do not stretch it, unless the
    /// person chose some of them.
    TimeSpan all(const Wanted &wanted) const
    {
        const bool arrivals = wanted.field == Field::Received;
        const TimeExtent &extent = arrivals ? received : times;
        TimeSpan span;
        span.last = wanted.now.time_since_epoch().count();
        span.first = span.last - shortestAxis;
        if (extent.isEmpty())
            return span;
        TimeSpan part { extent.first(), extent.last() };
        if (!arrivals) {
            part = extent.central();
            const TimeRange chosen = wanted.selected.value_or(TimeRange());
            if (chosen.first != TimeRange().first)
                part.first = std::max(extent.first(), std::min(part.first, chosen.first));
            if (chosen.last != TimeRange().last)
                part.last = std::min(extent.last(), std::max(part.last, chosen.last));
        }
        span.first = std::min(span.first, part.first);
        span.last = std::max(span.last, part.last);
        return span;
    }

    bool count(const Wanted &wanted, const IndexSnapshot &snapshot,
               const std::atomic_bool &cancelled)
    {
        received.extend(snapshot);
        times.extend(snapshot);
        const TimeSpan whole = all(wanted);
        view = viewAround(view, whole, wanted.selected);
        const TimeSpan shown = view.value_or(whole);
        TimeBins fresh = timeBins(shown.first, shown.last, wanted.most);
        const bool stale = moves && wanted.now - made >= 1min;
        if (!counter || stale || answers != wanted.answers || field != wanted.field
            || filter != wanted.others || bins != fresh
            || (standings != snapshot.standings && asksAbout(filter.root(), Field::Triage))) {
            filter = wanted.others;
            field = wanted.field;
            bins = std::move(fresh);
            moves = TimeClauses::move(filter);
            made = wanted.now;
            answers = wanted.answers;
            standings = snapshot.standings;
            counter = std::make_unique<HistogramCounter>(filter, field, bins, made, answers);
        }
        return counter->extend(snapshot, cancelled);
    }
};

TimeHistogram::TimeHistogram(EventQuery &query, const EventIndex &index, QObject *parent,
                             Clock clock)
    : QObject(parent), m_query(query), m_index(index), m_clock(std::move(clock)),
      m_shared(std::make_shared<Shared>())
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(pace);
    m_minute.setInterval(1min);
    m_minute.start();
    connect(&m_soon, &QTimer::timeout, this, &TimeHistogram::count);
    connect(&m_minute, &QTimer::timeout, this, &TimeHistogram::tick);
    connect(&query, &EventQuery::filterChanged, this, &TimeHistogram::noteFilter);
    connect(&query, &EventQuery::rowsReplaced, this, &TimeHistogram::count);
    const auto countSoon = [this] {
        if (!m_soon.isActive())
            m_soon.start();
    };
    connect(&index, &EventIndex::appended, this, countSoon);
    connect(&query, &EventQuery::countsChanged, this, countSoon); // the store has said more
    count();
}

TimeHistogram::~TimeHistogram() = default;

Field TimeHistogram::field() const
{
    const Field other = m_chosen == Field::Received ? Field::Time : Field::Received;
    const Instant moment = m_clock();
    const bool others = !TimeClauses::selection(m_query.filter(), m_chosen, moment)
            && TimeClauses::selection(m_query.filter(), other, moment);
    return others ? other : m_chosen;
}

void TimeHistogram::setField(Field field)
{
    const Field before = this->field();
    m_chosen = field;
    if (before == field)
        return;
    m_query.setFilter(TimeClauses::moved(m_query.filter(), before, field));
    count();
    emit changed();
}

std::optional<TimeSelection> TimeHistogram::selection() const
{
    return TimeClauses::selection(m_query.filter(), field(), m_clock());
}

void TimeHistogram::setMostBins(int most)
{
    if (std::exchange(m_most, most) != most)
        count();
}

bool TimeHistogram::isEmpty() const
{
    return m_index.rows() == 0;
}

void TimeHistogram::select(std::optional<qint64> first, std::optional<qint64> end)
{
    if (end && *end > m_clock().time_since_epoch().count())
        end.reset();
    m_query.setFilter(TimeClauses::withRange(m_query.filter(), field(), first, end));
}

void TimeHistogram::selectSince(const QString &value)
{
    m_query.setFilter(TimeClauses::since(m_query.filter(), field(), value));
}

void TimeHistogram::selectAll()
{
    m_query.setFilter(TimeClauses::without(m_query.filter(), field()));
}

void TimeHistogram::tick()
{
    if (TimeClauses::move(m_query.filter()))
        m_query.rescan(); // count() follows its rows
    else
        count();
}

/// The selection moves at once; the bars follow when the table has its rows, which come first.
void TimeHistogram::noteFilter()
{
    emit changed();
}

void TimeHistogram::count()
{
    m_soon.stop();
    Shared::Wanted wanted;
    wanted.field = field();
    wanted.others = TimeClauses::without(m_query.filter(), wanted.field);
    wanted.now = m_clock();
    if (const auto selected = selection())
        wanted.selected = selected->range;
    wanted.most = m_most;
    wanted.answers = m_query.answers();
    if (wanted.answers && !wanted.answers->isNeeded())
        wanted.answers.reset();
    m_job.start(
            [this, wanted = std::move(wanted), shared = m_shared, snapshot = m_index.snapshot()](
                    const std::atomic_bool &cancelled) -> LatestJob::Deliver {
                if (!shared->count(wanted, snapshot, cancelled))
                    return [] {};
                return [this, result = std::make_shared<Histogram>(shared->counter->result())] {
                    m_shown = std::move(*result);
                    emit changed();
                };
            });
}

} // namespace models
