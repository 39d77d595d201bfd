// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/indexsnapshot.h"

#include <QSortFilterProxyModel>

#include <memory>

/// The same table by QSortFilterProxyModel at its best: filter and order on numbers (codes and
/// ranks, no texts), a full invalidate() where that is faster than invalidateFilter().
class ProxyPeer final
{
public:
    explicit ProxyPeer(const models::IndexSnapshot &snapshot);
    ~ProxyPeer();

    /// Shows one group, 0 = all.
    void selectGroup(models::TermId group);
    /// Shows all groups but one.
    void excludeGroup(models::TermId group);
    /// Orders by title, the other way round at each call.
    void sortByTitle();
    /// Adds copies of the first rows.
    void arrive(int count);
    int shown() const;

private:
    class Source;
    class Proxy;
    void setFilter(models::TermId group, bool excluded);

    std::unique_ptr<Source> m_source;
    std::unique_ptr<Proxy> m_proxy;
    Qt::SortOrder m_order = Qt::AscendingOrder;
};
