// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/facetrows.h"

#include "models/items/facetmodel.h"
#include "views/widgets/severityvalue.h"

namespace views {

FacetRows::FacetRows(Arrangement arrangement, QObject *parent)
    : QSortFilterProxyModel(parent), m_byLevel(arrangement == Arrangement::BySeverity)
{
    sort(0);
}

void FacetRows::setSearch(const QString &text)
{
    m_search = text.trimmed();
    invalidateFilter();
}

void FacetRows::setAll(bool all)
{
    m_all = all;
    invalidateFilter();
}

bool FacetRows::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const QString one = left.data(models::FacetModel::ValueRole).toString();
    const QString other = right.data(models::FacetModel::ValueRole).toString();
    if (m_byLevel)
        return severityOfValue(one) > severityOfValue(other);
    // What has no value is rarely what one looks for, however often it occurs.
    if (one.isEmpty() != other.isEmpty())
        return other.isEmpty();
    return left.row() < right.row();
}

bool FacetRows::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    if (!m_search.isEmpty())
        return index.data(Qt::DisplayRole).toString().contains(m_search, Qt::CaseInsensitive);
    return m_all || row < few || index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
}

} // namespace views
