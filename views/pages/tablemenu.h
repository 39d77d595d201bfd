// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QMenu;
class QModelIndex;

namespace models {
class EventQuery;
}

namespace views {

class EventTable;

/// The context menu of a cell: copy the rows or the cell, show only events with its value. The
/// menu belongs to the table and deletes itself when closed. `table` and `query` must outlive it.
QMenu *makeTableMenu(EventTable &table, const QModelIndex &index, models::EventQuery &query);

} // namespace views
