// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/unrecorded.h"

#include <algorithm>
#include <utility>

namespace app {

namespace {

using Clock = std::chrono::steady_clock;

constexpr size_t most = 1000;
constexpr int answeredStatus = 503; // receiver/answer.cpp, receiptAnswer()

models::Refusal refusalOf(const models::Delivery &delivery, const QString &reason)
{
    models::Refusal refusal;
    refusal.received = delivery.received;
    refusal.peer = delivery.peer;
    refusal.path = delivery.path;
    refusal.status = answeredStatus;
    refusal.cause = reason;
    refusal.head = delivery.head;
    if (delivery.began != Clock::time_point())
        refusal.took = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now()
                                                                             - delivery.began);
    for (const models::Event &event : delivery.decoded.events)
        refusal.size += event.body.size();
    for (const models::RefusedPart &part : delivery.decoded.refused)
        refusal.size += part.bytes.size();
    return refusal;
}

bool isLike(const models::Refusal &a, const models::Refusal &b)
{
    return a.status == b.status && a.peer == b.peer && a.path == b.path && a.cause == b.cause;
}

} // namespace

void Unrecorded::keep(CommitWork work, const QString &reason)
{
    for (models::Refusal &refusal : work.refusals)
        keep(std::move(refusal));
    for (const models::Delivery &delivery : work.deliveries)
        keep(refusalOf(delivery, reason));
}

std::vector<models::Refusal> Unrecorded::take()
{
    return std::exchange(m_refusals, {});
}

void Unrecorded::keep(models::Refusal refusal)
{
    // A sender that tries again and again stands at the end of the list, so look from there.
    const auto like =
            std::find_if(m_refusals.rbegin(), m_refusals.rend(),
                         [&](const models::Refusal &kept) { return isLike(kept, refusal); });
    if (like != m_refusals.rend()) {
        like->count += refusal.count;
        like->size += refusal.size;
        like->received = std::max(like->received, refusal.received);
    } else if (m_refusals.size() < most) {
        m_refusals.push_back(std::move(refusal));
    }
}

} // namespace app
