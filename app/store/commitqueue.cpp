// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/commitqueue.h"

#include <utility>

namespace app {

namespace {

qsizetype weight(const models::Delivery &delivery)
{
    qsizetype bytes = 256 + delivery.head.size();
    for (const models::Event &event : delivery.decoded.events)
        bytes += event.body.size() + 512;
    for (const models::RefusedPart &part : delivery.decoded.refused)
        bytes += part.bytes.size() + 64;
    return bytes;
}

} // namespace

CommitQueue::CommitQueue(qsizetype mostEntries, qsizetype mostBytes)
    : m_mostEntries(size_t(mostEntries)), m_mostBytes(mostBytes)
{
}

CommitQueue::Push CommitQueue::push(models::Delivery delivery)
{
    const qsizetype bytes = weight(delivery);
    const std::lock_guard lock(m_mutex);
    if (!hasRoom(m_work.deliveries.size(), bytes))
        return Push::Refused;
    const Push push = accepted(bytes);
    m_work.deliveries.push_back(std::move(delivery));
    return push;
}

CommitQueue::Push CommitQueue::push(models::Refusal refusal)
{
    const qsizetype bytes = refusal.head.size() + 256;
    const std::lock_guard lock(m_mutex);
    if (!hasRoom(m_work.refusals.size(), bytes))
        return Push::Refused;
    const Push push = accepted(bytes);
    m_work.refusals.push_back(std::move(refusal));
    return push;
}

CommitWork CommitQueue::take()
{
    CommitWork work;
    const std::lock_guard lock(m_mutex);
    std::swap(work, m_work);
    m_bytes = 0;
    return work;
}

void CommitQueue::setShut(bool shut)
{
    const std::lock_guard lock(m_mutex);
    m_shut = shut;
}

CommitQueue::Push CommitQueue::accepted(qsizetype bytes)
{
    m_bytes += bytes;
    return m_work.isEmpty() ? Push::TakenFirst : Push::Taken;
}

bool CommitQueue::hasRoom(size_t entries, qsizetype bytes) const
{
    return !m_shut && entries < m_mostEntries
            && (m_work.isEmpty() || m_bytes + bytes <= m_mostBytes);
}

} // namespace app
