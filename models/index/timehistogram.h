// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/histogram.h"
#include "models/index/latestjob.h"
#include "models/index/timeclauses.h"
#include "models/index/timeview.h"

#include <QTimer>

#include <functional>

namespace models {

class EventIndex;
class EventQuery;

/// The events that match the query's filter without its own time range, over time: what a strip
/// above the table shows. The range is the part of the one filter that TimeClauses finds, so it
/// follows whatever changes the filter. Counted on a pool thread, kept up while events arrive.
/// A filter that means something else as time passes is applied anew each minute. GUI thread.
class TimeHistogram final : public QObject
{
    Q_OBJECT
public:
    using Clock = std::function<Instant()>;

    /// Both must outlive it.
    TimeHistogram(EventQuery &query, const EventIndex &index, QObject *parent = nullptr,
                  Clock clock = &now);
    ~TimeHistogram() override;

    /// What was counted last; its field() may still be that of before.
    const Histogram &histogram() const { return m_shown; }
    /// The time column that is shown: the one the filter has a range on, else the chosen one.
    Field field() const;
    /// The chosen one, whatever the filter has a range on.
    Field chosenField() const { return m_chosen; }
    /// Chooses Received or Time; a range in the filter goes along.
    void setField(Field field);
    /// The range in the filter.
    std::optional<TimeSelection> selection() const;
    /// At most so many bins.
    void setMostBins(int most);
    bool isEmpty() const; ///< there is no event at all
    bool busy() const { return m_job.busy(); }

    /// Puts a range into the filter: from `first` to just before `end`, in milliseconds since the
    /// epoch; an end that is not there is open. One that reaches into the future stays open, so
    /// that newcomers belong to it.
    void select(std::optional<qint64> first, std::optional<qint64> end);
    /// Puts "since …" into the filter; a value of timeBound(), e.g. "24h".
    void selectSince(const QString &value);
    void selectAll();

    /// Looks at the clock again, as is done once a minute.
    void tick();

signals:
    /// The histogram, the selection or the field.
    void changed();

private:
    struct Shared;
    void noteFilter();
    void count();

    EventQuery &m_query;
    const EventIndex &m_index;
    const Clock m_clock;
    Field m_chosen = Field::Received;
    int m_most = 120;
    Histogram m_shown;
    std::shared_ptr<Shared> m_shared; ///< touched by the jobs alone
    QTimer m_soon { this };
    QTimer m_minute { this };
    LatestJob m_job;
};

} // namespace models
