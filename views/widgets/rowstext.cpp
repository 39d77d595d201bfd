// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/rowstext.h"

#include <QHeaderView>
#include <QTableView>

#include <algorithm>
#include <vector>

namespace views {

namespace {

constexpr size_t mostRows = 10000;

std::vector<int> selectedRows(const QItemSelectionModel &selection)
{
    std::vector<int> rows;
    for (const QItemSelectionRange &range : selection.selection()) {
        for (int row = range.top(); row <= range.bottom() && rows.size() < mostRows; ++row)
            rows.push_back(row);
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

QString cellText(const QAbstractItemModel &model, int row, int column)
{
    QString text = model.index(row, column).data(Qt::DisplayRole).toString();
    for (QChar &c : text) {
        if (c == u'\t' || c == u'\n' || c == u'\r')
            c = u' ';
    }
    return text;
}

} // namespace

QString rowsText(const QTableView &table)
{
    if (!table.selectionModel())
        return {};
    const QHeaderView &header = *table.horizontalHeader();
    QStringList lines;
    for (const int row : selectedRows(*table.selectionModel())) {
        QStringList cells;
        for (int visual = 0; visual < header.count(); ++visual) {
            const int column = header.logicalIndex(visual);
            if (!header.isSectionHidden(column))
                cells += cellText(*table.model(), row, column);
        }
        lines += cells.join(u'\t');
    }
    return lines.join(u'\n');
}

} // namespace views
