// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QMenu;
class QModelIndex;
class QString;
class QWidget;

namespace models {
class EventQuery;
}

namespace views {

class EventTable;

/// The context menu of a cell: what can be done with its value, copy the rows. The menu belongs
/// to the table and deletes itself when closed. `table` and `query` must outlive it.
QMenu *makeTableMenu(EventTable &table, const QModelIndex &index, models::EventQuery &query);

/// The context menu of a clause of the filter (as text): what can be done with its value, with
/// several values a menu for each; copy or drop the clause. It belongs to `parent` and deletes
/// itself when closed. `query` must outlive it.
QMenu *makeClauseMenu(const QString &clause, models::EventQuery &query, QWidget *parent);

} // namespace views
