// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/latestjob.h"
#include "models/index/waysout.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace models {

class EventIndex;
class EventQuery;
class StoreSearch;

/// Finds the ways out of an empty result on a pool thread; the newest question wins. What memory
/// cannot count the store is asked about, one way after the other, where there is one. GUI thread.
class WaysOutFinder final : public QObject
{
    Q_OBJECT
public:
    explicit WaysOutFinder(QObject *parent = nullptr);
    ~WaysOutFinder() override;

    static constexpr std::size_t most = 6;

    /// The store that is asked; both must outlive the finder, and `search` serves no other.
    void setStore(EventIndex &index, StoreSearch &search);
    /// Answered by found(), again each time the store has counted a way. `others` makes its tests
    /// on the pool thread.
    void find(const IndexSnapshot &snapshot, const Filter &filter, const OtherTests &others = {});
    void cancel();

signals:
    void found(const models::Filter &filter, const std::vector<models::WayOut> &ways);

private:
    void take(const Filter &filter, std::vector<WayOut> ways);
    void countNext();
    void look();
    void endCounting();

    EventIndex *m_index = nullptr;
    StoreSearch *m_search = nullptr;
    Filter m_filter;
    std::vector<WayOut> m_ways;
    std::unique_ptr<EventQuery> m_query; ///< counts the first of the asked ways
    QTimer m_soon; ///< the query speaks in the middle of its own changes
    LatestJob m_job;
};

} // namespace models
