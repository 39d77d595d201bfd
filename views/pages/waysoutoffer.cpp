// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/waysoutoffer.h"

#include "models/index/eventindex.h"
#include "models/index/eventquery.h"

namespace views {

WaysOutOffer::WaysOutOffer(models::EventQuery &query, QObject *parent)
    : QObject(parent), m_query(query)
{
    connect(&query, &models::EventQuery::rowsReplaced, this, &WaysOutOffer::look);
    connect(&query, &models::EventQuery::rowsInserted, this, &WaysOutOffer::look);
    connect(&query, &models::EventQuery::busyChanged, this, &WaysOutOffer::look);
    connect(&query, &models::EventQuery::searchChanged, this, &WaysOutOffer::look);
    connect(&m_finder, &models::WaysOutFinder::found, this,
            [this](const models::Filter &filter, const std::vector<models::WayOut> &ways) {
                if (filter != m_query.filter() || !m_query.rows().empty())
                    return;
                m_ways = ways;
                emit changed();
            });
}

void WaysOutOffer::look()
{
    const bool empty = !m_query.busy() && !m_query.searching() && m_query.rows().empty()
            && m_query.total() > 0 && !m_query.filter().isEmpty();
    if (!empty) {
        m_finder.cancel();
        m_ways.clear();
        m_asked = {};
    } else if (m_asked != m_query.filter()) {
        m_ways.clear();
        m_asked = m_query.filter();
        m_finder.find(m_query.index().snapshot(), m_asked);
    }
}

void WaysOutOffer::take(int way)
{
    if (way >= 0 && std::size_t(way) < m_ways.size())
        m_query.setFilter(models::Filter(m_ways[std::size_t(way)].filter));
}

} // namespace views
