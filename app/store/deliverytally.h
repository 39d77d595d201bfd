// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/deliveryrecord.h"

#include <QHash>

#include <array>

namespace app {

/// Adds up records for models::DeliveryCounts: each facet under the choices in the others. The
/// text of the filter is not looked at; it is the caller's. Pure.
class DeliveryTally final
{
public:
    static constexpr qsizetype mostValues = 100;

    explicit DeliveryTally(const models::DeliveryFilter &filter);

    /// One record that stands for `requests` of them.
    void add(models::DeliveryResult result, qint64 requests, const QByteArray &peer,
             const QByteArray &cause);
    models::DeliveryCounts counts() const;

private:
    models::DeliveryResults m_results;
    QByteArray m_peer;
    QByteArray m_cause;
    qint64 m_total = 0;
    qint64 m_requests = 0;
    std::array<qint64, 4> m_byResult {};
    QHash<QByteArray, qint64> m_byPeer;
    QHash<QByteArray, qint64> m_byCause;
};

} // namespace app
