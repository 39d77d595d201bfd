// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/storedevent.h"
#include "models/index/eventrow.h"

#include <QObject>

namespace models {

/// The read side of the store. Calls come from the GUI thread, return at once and are answered
/// by a signal on the GUI thread, in order of the calls. Batches hold at most 4,096 rows.
class Archive : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Events with an id greater than `afterEvent` and repeats with one greater than
    /// `afterRepeat`, oldest first; answered by batchRead() with Kind::Newer.
    virtual void readNewer(qint64 afterEvent, qint64 afterRepeat, int limit) = 0;

    /// Events with an id smaller than `beforeEvent`, newest first; answered by batchRead() with
    /// Kind::Older. Pass the largest qint64 to begin with the newest. Repeats of all events read
    /// so come by readNewer() from 0.
    virtual void readOlder(qint64 beforeEvent, int limit) = 0;

    /// One event whole; answered by eventLoaded() or eventMissing().
    virtual void loadEvent(qint64 id) = 0;

signals:
    /// Something was committed since the last answer; carries nothing, read what is newer.
    void grew();
    void batchRead(const models::EventBatch &batch);
    void eventLoaded(const models::StoredEvent &event);
    void eventMissing(qint64 id);
    /// The store cannot be read now; says why and what to do.
    void failed(const QString &reason);
};

} // namespace models
