// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/deliveryarchive.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <optional>

namespace models {

/// How many requests on record were refused: counted when it starts and again while the record
/// grows, never two at a time, and at most so often that counting takes a tenth of the time. GUI
/// thread.
class RefusedCount final : public QObject
{
    Q_OBJECT
public:
    /// `archive` must outlive it.
    explicit RefusedCount(DeliveryArchive &archive, QObject *parent = nullptr);

    /// Begins to count.
    void start();
    /// Of the latest answer; nothing until there is one.
    std::optional<qint64> requests() const { return m_requests; }

    /// The shortest time between two counts.
    static constexpr std::chrono::milliseconds rest { 1000 };

signals:
    void changed();

private:
    void count();
    void take(quint64 request, const DeliveryCounts &counts);

    DeliveryArchive &m_archive;
    std::optional<qint64> m_requests;
    bool m_started = false;
    bool m_stale = true; ///< the record grew since the last count began
    quint64 m_request = 0;
    quint64 m_pending = 0; ///< 0: none under way
    QElapsedTimer m_took;
    QTimer m_pause;
};

} // namespace models
