// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/deliverysink.h"

#include <QList>

/// A sink that keeps what it is given and commits when told to, or in the next turn of the loop.
/// Lives on the thread of the test.
class HttpFakeSink final : public models::DeliverySink
{
public:
    bool submit(models::Delivery delivery) override
    {
        if (isFull)
            return false;
        deliveries.append(delivery);
        m_waiting.append(delivery);
        if (commitsAtOnce && m_waiting.size() == 1)
            QMetaObject::invokeMethod(
                    this, [this] { commit(); }, Qt::QueuedConnection);
        return true;
    }

    void record(models::Refusal refusal) override { refusals.append(refusal); }

    /// Commits everything that waits, in one batch.
    void commit()
    {
        QList<models::Receipt> receipts;
        for (const models::Delivery &delivery : std::exchange(m_waiting, {})) {
            models::Receipt receipt;
            receipt.ticket = delivery.ticket;
            receipt.stored = int(delivery.decoded.events.size());
            receipt.refused = int(delivery.decoded.refused.size());
            if (receipt.refused > 0)
                receipt.firstReason = delivery.decoded.refused.first().reason;
            receipt.status = delivery.status;
            receipt.code = delivery.code;
            receipt.failure = failure;
            if (!failure.isEmpty())
                receipt.stored = 0;
            receipts.append(receipt);
        }
        emit committed(receipts);
    }

    qsizetype waiting() const { return m_waiting.size(); }

    bool isFull = false;
    bool commitsAtOnce = true;
    QString failure;
    QList<models::Delivery> deliveries;
    QList<models::Refusal> refusals;

private:
    QList<models::Delivery> m_waiting;
};
