// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/deliverysink.h"

#include <QSemaphore>
#include <QString>

#include <atomic>

/// Hands deliveries to a writer and keeps the number of those without a receipt bounded, so that
/// none is refused. submit() from one thread at a time; the sink must outlive it and be open.
class PacedWriter final : public QObject
{
    Q_OBJECT
public:
    explicit PacedWriter(models::DeliverySink &sink);

    /// Waits for a place; false: the store failed.
    bool submit(const QByteArray &body, models::Instant received);
    /// Waits until every delivery has its receipt; false: some were not stored.
    bool finish();
    /// Events that were new to the store so far.
    qint64 stored() const { return m_stored; }

private:
    static constexpr int mostOpen = 4096;
    models::DeliverySink &m_sink;
    QSemaphore m_places { mostOpen };
    std::atomic<qint64> m_stored = 0;
    std::atomic_bool m_failed = false;
};

/// Fills a new store with `count` made-up events of two years by the program's own writer and
/// says on standard error how far it is. False: it could not, said likewise.
bool fillStore(const QString &file, qint64 count);
