// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/rowstext.h"

#include "models/copytext/copyformats.h"
#include "models/items/boardmodel.h"

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

std::vector<int> shownColumns(const QTableView &table)
{
    const QHeaderView &header = *table.horizontalHeader();
    std::vector<int> columns;
    for (int visual = 0; visual < header.count(); ++visual) {
        if (const int column = header.logicalIndex(visual); !header.isSectionHidden(column))
            columns.push_back(column);
    }
    return columns;
}

QList<QStringList> selectedCells(const QTableView &table)
{
    QList<QStringList> rows;
    if (!table.selectionModel())
        return rows;
    const std::vector<int> columns = shownColumns(table);
    for (const int row : selectedRows(*table.selectionModel())) {
        QStringList cells;
        for (const int column : columns) {
            const QModelIndex cell = table.model()->index(row, column);
            const QVariant own = cell.data(models::BoardModel::CopyRole);
            cells += (own.isValid() ? own : cell.data()).toString();
        }
        rows += cells;
    }
    return rows;
}

QString plainCell(QString text)
{
    for (QChar &c : text) {
        if (c == u'\t' || c == u'\n' || c == u'\r')
            c = u' ';
    }
    return text;
}

} // namespace

QString rowsText(const QTableView &table)
{
    QList<QStringList> rows = selectedCells(table);
    QStringList lines;
    for (QStringList &cells : rows) {
        for (QString &cell : cells)
            cell = plainCell(cell);
        lines += cells.join(u'\t');
    }
    return lines.join(u'\n');
}

QString sheetText(const QTableView &table)
{
    QList<QStringList> rows = selectedCells(table);
    if (rows.isEmpty())
        return {};
    QStringList titles;
    for (const int column : shownColumns(table))
        titles += table.model()->headerData(column, Qt::Horizontal).toString();
    rows.prepend(titles);
    return models::tabSeparated(rows);
}

} // namespace views
