// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/sqlitehandle.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <vector>

struct sqlite3_stmt;
class QSqlQuery;

namespace app {

/// A prepared writing statement. Where Qt's driver uses the SQLite library that the program is
/// linked with, values are bound through the driver's handle: QSqlQuery makes a variant and the
/// text of a name of each. Elsewhere it goes through QSqlQuery. Lives on its connection's thread
/// and must go before the connection.
class Statement final
{
public:
    explicit Statement(const QSqlDatabase &database, SqlPath path = SqlPath::Fastest);
    ~Statement();
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;

    /// Once, before the rest; false on an error.
    bool prepare(const QString &sql);

    // Values for the placeholders, counted from 0. Text and bytes are bound by reference: they
    // must outlive run(). Null ones are bound as empty, which is what the columns take.
    void integer(int at, qint64 value);
    void text(int at, const QString &value);
    void bytes(int at, const QByteArray &value);
    void null(int at);

    /// Runs it with the values bound; false on an error.
    bool run();

    /// Of the last prepare() or run() that failed.
    const QSqlError &error() const { return m_error; }

private:
    QSqlDatabase m_database;
    const SqlPath m_path;
    sqlite3_stmt *m_statement = nullptr; // the fast path
    std::vector<QByteArray> m_texts; ///< that are bound
    std::unique_ptr<QSqlQuery> m_query; // the portable one
    QSqlError m_error;
};

} // namespace app
