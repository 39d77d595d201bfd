// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/refusedcount.h"

#include <algorithm>

namespace models {

RefusedCount::RefusedCount(DeliveryArchive &archive, QObject *parent)
    : QObject(parent), m_archive(archive)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &RefusedCount::count);
    connect(&archive, &DeliveryArchive::grew, this, [this] {
        m_stale = true;
        count();
    });
    connect(&archive, &DeliveryArchive::counted, this, &RefusedCount::take);
    connect(&archive, &DeliveryArchive::failed, this, [this] {
        m_pending = 0; // growth asks again
        m_stale = true;
    });
}

void RefusedCount::start()
{
    m_started = true;
    count();
}

void RefusedCount::count()
{
    if (!m_started || !m_stale || m_pending != 0 || m_pause.isActive())
        return;
    m_stale = false;
    m_pending = ++m_request;
    m_took.start();
    DeliveryFilter filter;
    filter.results = DeliveryResult::Refused;
    m_archive.count(m_pending, filter);
}

void RefusedCount::take(quint64 request, const DeliveryCounts &counts)
{
    if (request != m_pending)
        return;
    m_pending = 0;
    m_pause.start(std::max(rest, std::chrono::milliseconds(9 * m_took.elapsed())));
    if (m_requests == counts.requests)
        return;
    m_requests = counts.requests;
    emit changed();
}

} // namespace models
