// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/proxypeer.h"

#include "models/index/ranks.h"

#include <QAbstractTableModel>

using namespace models;

class ProxyPeer::Source final : public QAbstractTableModel
{
public:
    explicit Source(const IndexSnapshot &snapshot)
    {
        Ranks ranks;
        const std::vector<quint32> &byTerm = ranks.of(TermColumn::Title, snapshot);
        for (quint32 row = 0; row < snapshot.rows; ++row) {
            groups.push_back(snapshot.term(TermColumn::Group, row));
            titles.push_back(byTerm[snapshot.term(TermColumn::Title, row)]);
        }
    }
    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(groups.size());
    }
    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : 2;
    }
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (role != Qt::DisplayRole)
            return {};
        const auto row = static_cast<std::size_t>(index.row());
        return index.column() == 0 ? groups[row] : titles[row];
    }
    void append(int count)
    {
        beginInsertRows({}, rowCount(), rowCount() + count - 1);
        for (int i = 0; i < count; ++i) {
            groups.push_back(groups[static_cast<std::size_t>(i)]);
            titles.push_back(titles[static_cast<std::size_t>(i)]);
        }
        endInsertRows();
    }

    std::vector<quint32> groups;
    std::vector<quint32> titles;
};

class ProxyPeer::Proxy final : public QSortFilterProxyModel
{
public:
    explicit Proxy(const Source &source) : m_source(source) { }
    TermId group = 0; ///< 0: any
    bool excluded = false; ///< all but `group`

protected:
    bool filterAcceptsRow(int row, const QModelIndex &) const override
    {
        return group == 0 || (m_source.groups[static_cast<std::size_t>(row)] == group) != excluded;
    }
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override
    {
        return m_source.titles[static_cast<std::size_t>(left.row())]
                < m_source.titles[static_cast<std::size_t>(right.row())];
    }

private:
    const Source &m_source;
};

ProxyPeer::ProxyPeer(const IndexSnapshot &snapshot)
    : m_source(std::make_unique<Source>(snapshot)), m_proxy(std::make_unique<Proxy>(*m_source))
{
    m_proxy->setSourceModel(m_source.get());
}

ProxyPeer::~ProxyPeer() = default;

void ProxyPeer::selectGroup(TermId group)
{
    setFilter(group, false);
}

void ProxyPeer::excludeGroup(TermId group)
{
    setFilter(group, true);
}

void ProxyPeer::setFilter(TermId group, bool excluded)
{
    m_proxy->group = group;
    m_proxy->excluded = excluded;
    m_proxy->invalidate();
    m_proxy->rowCount();
}

void ProxyPeer::sortByTitle()
{
    m_order = m_order == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder;
    m_proxy->sort(1, m_order);
    m_proxy->rowCount();
}

void ProxyPeer::arrive(int count)
{
    m_source->append(count);
}

int ProxyPeer::shown() const
{
    return m_proxy->rowCount();
}
