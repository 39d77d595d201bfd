// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/eventstore.h"
#include "app/store/storelock.h"

#include <QHash>
#include <QString>

#include <functional>

namespace app {

/// Brings events from files into a store. An event that is there already is left out and counted
/// nowhere as a delivery; the same are those whose JSON differs in white space only, so that an
/// export comes back into its own store without a double. Gathers batches of up to 1,000 events
/// or 8 MiB; each is one commit and one row of the record. Blocks on the disk. One thread.
class EventImport final
{
public:
    /// Takes the lock of the store, opens it and reads what is there; `goOn` is asked now and
    /// then and answers false to stop.
    static models::Result<std::unique_ptr<EventImport>> open(const DatabaseUrl &url,
                                                             const std::function<bool()> &goOn);
    ~EventImport();

    /// From now on this is what is read; shown as the path of the request. Ends a batch.
    models::Result<models::Done> begin(const QString &source);
    models::Result<models::Done> add(models::Event event, models::Instant received);
    /// Keeps what is no event; its position is given here.
    models::Result<models::Done> refuse(models::RefusedPart part);
    /// Stores what is gathered.
    models::Result<models::Done> flush();

    qint64 stored() const { return m_stored; } ///< on disk
    qint64 known() const { return m_known; } ///< left out

private:
    explicit EventImport(const DatabaseUrl &url);
    models::Result<models::Done> learn(const std::function<bool()> &goOn);
    models::Result<bool> isKnown(const QByteArray &compact, quint64 fingerprint);
    models::Result<models::Done> flushWhenFull();

    StoreLock m_lock;
    std::unique_ptr<EventStore> m_store;
    FingerprintTable m_compact; // of all stored bodies without white space
    QHash<QByteArray, quint64> m_gathered; // compact bodies of the batch
    std::vector<quint64> m_fingerprints; // of those, in order
    ImportBatch m_batch;
    qsizetype m_bytes = 0;
    qint64 m_stored = 0;
    qint64 m_known = 0;
};

} // namespace app
