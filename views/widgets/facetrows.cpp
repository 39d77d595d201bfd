// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/facetrows.h"

#include "models/items/facetmodel.h"
#include "views/widgets/severityvalue.h"

namespace views {

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
    const auto level = [](const QModelIndex &index) {
        return severityOfValue(index.data(models::FacetModel::ValueRole).toString());
    };
    return level(left) > level(right);
}

bool FacetRows::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    if (!m_search.isEmpty())
        return index.data(Qt::DisplayRole).toString().contains(m_search, Qt::CaseInsensitive);
    return m_all || row < few || index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
}

} // namespace views
