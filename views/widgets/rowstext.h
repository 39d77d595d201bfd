// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QTableView;

namespace views {

/// The selected rows of a table as text for the clipboard: one row a line, the shown columns in
/// screen order with tabs between; tabs and line ends inside a cell become spaces. At most
/// 10,000 rows. GUI thread.
QString rowsText(const QTableView &table);

/// The same for a spreadsheet: the titles of the columns first, and no cell that the sheet would
/// take for a formula (models::sheetCell()). Empty where nothing is selected. GUI thread.
QString sheetText(const QTableView &table);

} // namespace views
