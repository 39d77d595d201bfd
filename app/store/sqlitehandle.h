// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSqlDatabase>
#include <QSqlError>

struct sqlite3;

namespace app {

/// How a prepared statement reaches SQLite: through the handle of Qt's driver where that is
/// possible, or through QSqlQuery always.
enum class SqlPath : quint8 { Fastest, Portable };

/// The handle of the database's driver, if the driver runs on the very SQLite that the program
/// is linked with (two copies of the library must not touch one handle); else null. To be used
/// on the connection's thread, while the connection is open.
sqlite3 *sharedHandle(const QSqlDatabase &database);

/// The latest error on a handle, as the driver would tell it; without a handle what the code
/// means. `code`: a result code of SQLite.
QSqlError sqlError(sqlite3 *handle, int code);

} // namespace app
