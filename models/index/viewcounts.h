// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/filter.h"
#include "models/index/latestjob.h"
#include "models/index/viewcount.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace models {

class EventIndex;
class SearchTurns;
class StoreSearch;
class ViewStoreCount;
class ViewTally;

/// Counts what matches each of several filters, unread and open, and keeps the counts true while
/// events arrive and are read. All counting is done on a pool thread over a snapshot: rows that
/// arrived are added to what was counted; where filters, read marks or decisions of the team
/// change, everything is counted again. Several changes shortly after each other are answered at
/// once. About filters that memory cannot decide the store is asked, one after the other, once what
/// it held at the start is loaded. GUI thread.
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

    /// Makes a search of the store; called when the first filter needs one.
    using MakeSearch = std::function<std::unique_ptr<StoreSearch>()>;

    /// `index` must outlive it. Without `search` a filter about which the store would have to be
    /// asked gets no count.
    explicit ViewCounts(EventIndex &index, MakeSearch search = {}, QObject *parent = nullptr);
    ~ViewCounts() override;

    /// What to count.
    void setViews(const std::vector<View> &views);

    /// By key; filters that have not been counted yet are missing.
    const QHash<qint64, ViewCount> &counts() const { return m_counts; }
    /// Keys of filters whose first count will be there when the store has answered.
    const QSet<qint64> &asked() const { return m_asked; }
    /// Counts are under way or will be soon.
    bool busy() const;

    /// How long changes are gathered.
    static constexpr std::chrono::milliseconds rest { 150 };
    /// How often ages are counted back from a new now.
    static constexpr std::chrono::minutes ageing { 5 };

    /// Batches of so many rows are those of loading; searching waits until they end.
    static constexpr quint32 loadedAtOnce = 1000;
    static constexpr std::chrono::milliseconds afterLoading { 1500 };

signals:
    /// counts() or asked() have changed.
    void countsChanged();

private:
    void want(bool all);
    void begin();
    void take(const std::shared_ptr<ViewTally> &tally);
    void askStore();
    void tell();

    EventIndex &m_index;
    const MakeSearch m_search;
    std::vector<View> m_views;
    QHash<qint64, ViewCount> m_known; ///< without the store
    QHash<qint64, ViewCount> m_counts;
    QSet<qint64> m_asked;
    std::unique_ptr<SearchTurns> m_turns; ///< while m_stored is not empty; outlives it
    std::map<qint64, std::unique_ptr<ViewStoreCount>> m_stored; ///< by key
    QTimer m_loading; ///< runs until nothing has been loaded for a while
    std::shared_ptr<ViewTally> m_tally; ///< none: everything has to be counted
    QTimer m_soon;
    QTimer m_ageing;
    LatestJob m_job;
};

} // namespace models
