// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/viewstorecount.h"

#include "models/domain/status.h"
#include "models/index/eventindex.h"
#include "models/index/filterwords.h"

#include <utility>

namespace models {

namespace {

constexpr std::chrono::milliseconds rest { 150 }; // as ViewCounts gathers changes

ViewCount countRows(const IndexSnapshot &snapshot, const std::vector<quint32> &rows,
                    const std::atomic_bool &cancelled)
{
    ViewCount count;
    for (const quint32 row : rows) {
        if (cancelled)
            break;
        const Segment &segment = snapshot.segmentOf(row);
        const quint32 at = row % Segment::capacity;
        count.unread += snapshot.read.contains(segment.ids[at]) ? 0 : 1;
        count.open += isOpen(static_cast<Status>(segment.statuses[at])) ? 1 : 0;
    }
    return count;
}

} // namespace

ViewStoreCount::ViewStoreCount(EventIndex &index, std::unique_ptr<StoreSearch> search,
                               const Filter &filter, QObject *parent)
    : QObject(parent), m_index(index), m_search(std::move(search)), m_query(index, *m_search)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(rest);
    connect(&m_soon, &QTimer::timeout, this, &ViewStoreCount::begin);
    const auto soon = [this] {
        if (!m_soon.isActive())
            m_soon.start();
    };
    connect(&m_query, &EventQuery::busyChanged, this, soon);
    connect(&m_query, &EventQuery::searchChanged, this, soon);
    connect(&m_query, &EventQuery::rowsReplaced, this, soon);
    connect(&m_query, &EventQuery::rowsInserted, this, soon);
    m_query.setFilter(filter);
}

ViewStoreCount::~ViewStoreCount() = default;

bool ViewStoreCount::busy() const
{
    return m_query.busy() || m_query.searching() || m_soon.isActive() || m_job.busy();
}

void ViewStoreCount::again()
{
    m_query.resumeSearch(); // where the store could not be read before
    m_query.askAgain();
}

void ViewStoreCount::begin()
{
    if (m_query.searchStopped())
        emit changed();
    if (m_query.busy() || m_query.searching() || m_query.searchStopped())
        return;
    m_job.start([this, rows = m_query.rows(), snapshot = m_index.snapshot()](
                        const std::atomic_bool &cancelled) -> LatestJob::Deliver {
        const ViewCount counted = countRows(snapshot, rows, cancelled);
        return [this, counted] {
            m_count = counted;
            emit changed();
        };
    });
}

} // namespace models
