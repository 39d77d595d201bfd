// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/deliveryquery.h"

#include <algorithm>

namespace models {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds shortestPause = 1s;
constexpr std::chrono::milliseconds longestPause = 30s;

} // namespace

DeliveryQuery::DeliveryQuery(DeliveryArchive &archive, QObject *parent)
    : QObject(parent), m_archive(archive)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &DeliveryQuery::next);
    connect(&archive, &DeliveryArchive::grew, this, &DeliveryQuery::noteGrowth);
    connect(&archive, &DeliveryArchive::counted, this, &DeliveryQuery::take);
    connect(&archive, &DeliveryArchive::failed, this, [this] {
        m_pending = 0; // what was under way may stay unanswered; growth asks again
    });
}

void DeliveryQuery::setFilter(const DeliveryFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    m_stale = true;
    m_pending = 0; // its answer would be about another filter
    m_pause.stop();
    emit filterChanged();
    next();
}

void DeliveryQuery::setActive(bool active)
{
    if (active == m_active)
        return;
    m_active = active;
    emit activeChanged();
    next();
}

void DeliveryQuery::noteGrowth()
{
    m_stale = true;
    m_totalStale = true;
    next();
}

void DeliveryQuery::next()
{
    if (!m_active || m_pending != 0 || m_pause.isActive())
        return;
    if (m_stale) {
        m_askedTotal = m_filter == DeliveryFilter {};
        m_stale = false;
        m_totalStale = m_totalStale && !m_askedTotal;
        ask(m_filter);
    } else if (m_totalStale) {
        m_askedTotal = true;
        m_totalStale = false;
        ask({});
    }
}

void DeliveryQuery::ask(const DeliveryFilter &filter)
{
    m_pending = ++m_request;
    m_took.start();
    m_archive.count(m_pending, filter);
}

void DeliveryQuery::take(quint64 request, const DeliveryCounts &counts)
{
    if (request == 0 || request != m_pending)
        return;
    m_pending = 0;
    if (m_askedTotal)
        m_total = counts.requests;
    const bool filtered = m_filter != DeliveryFilter {};
    if (!m_askedTotal || !filtered)
        m_counts = counts;
    // The total beside a fresh filter is not waited for.
    if (!filtered || m_askedTotal)
        m_pause.start(std::clamp(3 * std::chrono::milliseconds(m_took.elapsed()), shortestPause,
                                 longestPause));
    emit countsChanged();
    next();
}

} // namespace models
