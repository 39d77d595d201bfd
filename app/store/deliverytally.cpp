// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/deliverytally.h"

#include <algorithm>

namespace app {

namespace {

constexpr std::array results { models::DeliveryResult::Accepted, models::DeliveryResult::Repeated,
                               models::DeliveryResult::Partly, models::DeliveryResult::Refused };

QList<models::DeliveryCount> mostFrequent(const QHash<QByteArray, qint64> &counts)
{
    std::vector<std::pair<qint64, QByteArray>> list;
    list.reserve(size_t(counts.size()));
    for (auto at = counts.begin(); at != counts.end(); ++at)
        list.emplace_back(-at.value(), at.key());
    const auto kept = std::min(list.size(), size_t(DeliveryTally::mostValues));
    std::partial_sort(list.begin(), list.begin() + qsizetype(kept), list.end());
    QList<models::DeliveryCount> frequent;
    for (size_t i = 0; i < kept; ++i)
        frequent.append({ QString::fromUtf8(list[i].second), -list[i].first });
    return frequent;
}

} // namespace

DeliveryTally::DeliveryTally(const models::DeliveryFilter &filter)
    : m_results(filter.results), m_peer(filter.peer.toUtf8()), m_cause(filter.cause.toUtf8())
{
}

void DeliveryTally::add(models::DeliveryResult result, qint64 requests, const QByteArray &peer,
                        const QByteArray &cause)
{
    const bool ofResult = !m_results || m_results.testFlag(result);
    const bool ofPeer = m_peer.isEmpty() || m_peer == peer;
    const bool ofCause = m_cause.isEmpty() || m_cause == cause;
    if (ofResult && ofPeer && ofCause) {
        ++m_total;
        m_requests += requests;
    }
    if (ofPeer && ofCause) {
        const auto at = std::find(results.begin(), results.end(), result);
        m_byResult[size_t(at - results.begin())] += requests;
    }
    if (ofResult && ofCause && !peer.isEmpty())
        m_byPeer[peer] += requests;
    if (ofResult && ofPeer && !cause.isEmpty())
        m_byCause[cause] += requests;
}

models::DeliveryCounts DeliveryTally::counts() const
{
    models::DeliveryCounts counts;
    counts.total = m_total;
    counts.requests = m_requests;
    for (size_t i = 0; i < results.size(); ++i)
        counts.results.append({ results[i], m_byResult[i] });
    counts.peers = mostFrequent(m_byPeer);
    counts.causes = mostFrequent(m_byCause);
    return counts;
}

} // namespace app
