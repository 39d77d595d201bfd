// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/deliveryarchive.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <optional>

namespace models {

/// What the Deliveries page asks for: the one filter, and how many requests there are under it
/// and in all. Counts only while it is active (somebody looks), never two at a time, and at most
/// so often that counting takes a quarter of the time. GUI thread.
class DeliveryQuery final : public QObject
{
    Q_OBJECT
public:
    /// `archive` must outlive the query.
    explicit DeliveryQuery(DeliveryArchive &archive, QObject *parent = nullptr);

    DeliveryArchive &archive() const { return m_archive; }
    const DeliveryFilter &filter() const { return m_filter; }
    void setFilter(const DeliveryFilter &filter);
    /// Somebody looks at it, or no longer does.
    void setActive(bool active);
    bool active() const { return m_active; }

    /// Under the filter; of the latest answer.
    const DeliveryCounts &counts() const { return m_counts; }
    /// Requests on record whatever the filter; nothing until they have been counted.
    std::optional<qint64> total() const { return m_total; }

signals:
    void filterChanged();
    void activeChanged();
    void countsChanged();

private:
    void noteGrowth();
    void ask(const DeliveryFilter &filter);
    void take(quint64 request, const DeliveryCounts &counts);
    void next();

    DeliveryArchive &m_archive;
    DeliveryFilter m_filter;
    DeliveryCounts m_counts;
    std::optional<qint64> m_total;
    bool m_active = false;
    bool m_stale = true; ///< the counts under the filter are not those of now
    bool m_totalStale = true;
    bool m_askedTotal = false; ///< what is under way counts all
    quint64 m_request = 0;
    quint64 m_pending = 0; ///< 0: none under way
    QElapsedTimer m_took;
    QTimer m_pause;
};

} // namespace models
