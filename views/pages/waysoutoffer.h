// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/waysoutfinder.h"

namespace models {
class EventQuery;
}

namespace views {

/// Knows the ways out while the query's filter matches nothing, and takes them. GUI thread.
class WaysOutOffer final : public QObject
{
    Q_OBJECT
public:
    /// `query` must outlive this.
    explicit WaysOutOffer(models::EventQuery &query, QObject *parent = nullptr);

    /// The store that is asked for what memory cannot count; both must outlive this, and `search`
    /// serves no other.
    void setStore(models::EventIndex &index, models::StoreSearch &search)
    {
        m_finder.setStore(index, search);
    }
    /// For the present filter; empty while they are not known or something matches.
    const std::vector<models::WayOut> &ways() const { return m_ways; }
    /// Sets the filter of the way at this place.
    void take(int way);

signals:
    void changed();

private:
    void look();

    models::EventQuery &m_query;
    models::WaysOutFinder m_finder;
    models::Filter m_asked; ///< the filter that the ways are of
    std::vector<models::WayOut> m_ways;
};

} // namespace views
