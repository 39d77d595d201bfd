// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/filter.h"
#include "models/index/latestjob.h"
#include "models/index/viewcount.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <memory>
#include <vector>

namespace models {

class EventIndex;
class ViewTally;

/// Counts what matches each of several filters, unread and open, and keeps the counts true while
/// events arrive and are read. All counting is done on a pool thread over a snapshot: rows that
/// arrived are added to what was counted; where filters or read marks change, everything is
/// counted again. Several changes shortly after each other are answered at once. GUI thread.
class ViewCounts final : public QObject
{
    Q_OBJECT
public:
    struct View
    {
        qint64 key = 0;
        Filter filter;
        bool operator==(const View &) const = default;
    };

    /// `index` must outlive it.
    explicit ViewCounts(EventIndex &index, QObject *parent = nullptr);
    ~ViewCounts() override;

    /// What to count. A filter that the index alone cannot answer gets no count.
    void setViews(const std::vector<View> &views);

    /// By key; filters that have not been counted yet are missing.
    const QHash<qint64, ViewCount> &counts() const { return m_counts; }
    /// Counts are under way or will be soon.
    bool busy() const { return m_job.busy() || m_soon.isActive(); }

    /// How long changes are gathered.
    static constexpr std::chrono::milliseconds rest { 150 };
    /// How often ages are counted back from a new now.
    static constexpr std::chrono::minutes ageing { 5 };

signals:
    void countsChanged();

private:
    void want(bool all);
    void begin();
    void take(const std::shared_ptr<ViewTally> &tally);

    EventIndex &m_index;
    std::vector<View> m_wanted;
    std::vector<View> m_views; ///< those that can be counted
    QHash<qint64, ViewCount> m_counts;
    std::shared_ptr<ViewTally> m_tally; ///< none: everything has to be counted
    QTimer m_soon;
    QTimer m_ageing;
    LatestJob m_job;
};

} // namespace models
