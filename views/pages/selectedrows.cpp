// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/selectedrows.h"

#include "models/index/eventquery.h"
#include "views/widgets/eventtable.h"

#include <QItemSelectionModel>

namespace views {

std::vector<quint32> selectedPositions(const EventTable &table, const models::EventQuery &query)
{
    std::vector<quint32> positions;
    const std::vector<quint32> &rows = query.rows();
    const QItemSelection selected = table.selectionModel()->selection();
    for (const QItemSelectionRange &range : selected) {
        for (int row = range.top(); row <= range.bottom() && row < int(rows.size()); ++row)
            positions.push_back(rows[std::size_t(row)]);
    }
    return positions;
}

} // namespace views
