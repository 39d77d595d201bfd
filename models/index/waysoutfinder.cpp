// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/waysoutfinder.h"

#include "models/index/eventquery.h"

#include <algorithm>
#include <utility>

namespace models {

WaysOutFinder::WaysOutFinder(QObject *parent) : QObject(parent)
{
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &WaysOutFinder::look);
}

WaysOutFinder::~WaysOutFinder()
{
    endCounting();
}

void WaysOutFinder::setStore(EventIndex &index, StoreSearch &search)
{
    m_index = &index;
    m_search = &search;
}

void WaysOutFinder::find(const IndexSnapshot &snapshot, const Filter &filter,
                         const OtherTests &others)
{
    endCounting();
    m_job.start([this, snapshot, filter, others, stored = m_search != nullptr](
                        const std::atomic_bool &cancelled) -> LatestJob::Deliver {
        auto ways = waysOut(snapshot, filter, now(), others, most, cancelled, stored);
        return [this, filter, ways = std::move(ways)] { take(filter, ways); };
    });
}

void WaysOutFinder::cancel()
{
    m_job.cancel();
    endCounting();
}

void WaysOutFinder::endCounting()
{
    m_soon.stop();
    if (m_query)
        m_query->stopSearch();
    m_query.reset();
    m_ways.clear();
}

void WaysOutFinder::take(const Filter &filter, std::vector<WayOut> ways)
{
    m_filter = filter;
    m_ways = std::move(ways);
    for (WayOut &way : m_ways)
        way.asked = m_search != nullptr && way.atLeast;
    emit found(m_filter, m_ways);
    countNext();
}

void WaysOutFinder::countNext()
{
    const auto next =
            std::find_if(m_ways.begin(), m_ways.end(), [](const WayOut &way) { return way.asked; });
    if (next == m_ways.end()) {
        m_query.reset();
        return;
    }
    if (!m_query) {
        m_query = std::make_unique<EventQuery>(*m_index, *m_search);
        const auto later = [this] { m_soon.start(0); };
        connect(m_query.get(), &EventQuery::busyChanged, this, later);
        connect(m_query.get(), &EventQuery::searchChanged, this, later);
    }
    m_query->setFilter(next->filter);
}

void WaysOutFinder::look()
{
    if (!m_query || m_query->busy() || m_query->searching())
        return;
    const auto way =
            std::find_if(m_ways.begin(), m_ways.end(), [](const WayOut &one) { return one.asked; });
    if (way == m_ways.end())
        return;
    if (m_query->searchStopped()) { // the store cannot be read: what is known stays
        for (WayOut &one : m_ways)
            one.asked = false;
    } else {
        way->asked = false;
        way->atLeast = false;
        way->rows = static_cast<qsizetype>(m_query->rows().size());
        const WayOut counted = *way;
        // One that leads nowhere goes; of one that leads somewhere, those that drop more.
        std::erase_if(m_ways, [&counted](const WayOut &one) {
            if (counted.rows == 0)
                return one.filter == counted.filter;
            return one.dropped.size() > counted.dropped.size()
                    && std::all_of(
                            counted.dropped.begin(), counted.dropped.end(),
                            [&one](const QString &text) { return one.dropped.contains(text); });
        });
    }
    const std::vector<WayOut> told = m_ways; // who is told may cancel
    emit found(m_filter, told);
    countNext();
}

} // namespace models
