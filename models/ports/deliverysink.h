// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/delivery.h"

#include <QList>
#include <QObject>

namespace models {

/// Where the receiver puts what it accepted; implemented by the store's writer.
/// submit() and record() may be called from any thread and never block on I/O.
class DeliverySink : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Takes a delivery for the next group commit; one receipt follows for it by committed().
    /// False: the bounded queue is full or the store is closing; no receipt follows.
    virtual bool submit(Delivery delivery) = 0;

    /// Puts a refused request on record; dropped when the queue is full.
    virtual void record(Refusal refusal) = 0;

signals:
    /// The receipts of one commit, in the order of submission. Emitted on the sink's thread.
    void committed(const QList<models::Receipt> &receipts);
};

} // namespace models
