// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/facetrows.h"

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

bool FacetRows::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    if (!m_search.isEmpty())
        return index.data(Qt::DisplayRole).toString().contains(m_search, Qt::CaseInsensitive);
    return m_all || row < few || index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
}

} // namespace views
