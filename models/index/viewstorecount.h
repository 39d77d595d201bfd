// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/eventquery.h"
#include "models/index/latestjob.h"
#include "models/index/viewcount.h"
#include "models/ports/storesearch.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace models {

/// The count of one filter about which the store has to be asked; it stays true while events
/// arrive. GUI thread; searching and counting are done on others.
class ViewStoreCount final : public QObject
{
    Q_OBJECT
public:
    /// `index` must outlive it.
    ViewStoreCount(EventIndex &index, std::unique_ptr<StoreSearch> search, const Filter &filter,
                   QObject *parent = nullptr);
    ~ViewStoreCount() override;

    const Filter &filter() const { return m_query.filter(); }
    /// Of the latest count; nothing until the store has answered.
    std::optional<ViewCount> count() const { return m_count; }
    /// The store could not be read: no number will follow by itself.
    bool isStopped() const { return m_query.searchStopped(); }
    bool busy() const;
    /// Counts again: ages or what is read may have changed.
    void again();

signals:
    /// count() or isStopped() may have changed.
    void changed();

private:
    void begin();

    EventIndex &m_index;
    std::unique_ptr<StoreSearch> m_search;
    EventQuery m_query;
    std::optional<ViewCount> m_count;
    QTimer m_soon;
    LatestJob m_job;
};

} // namespace models
