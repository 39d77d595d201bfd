// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/sqlitehandle.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <memory>
#include <variant>
#include <vector>

struct sqlite3_stmt;
class QSqlQuery;

namespace app {

/// A value for a placeholder: a number, or a text as UTF-8.
using SqlValue = std::variant<qint64, QByteArray>;

/// A prepared reading statement, stepped row by row. Where Qt's driver uses the SQLite library
/// that the program is linked with, the statement is stepped through the driver's handle: for a
/// million narrow rows QSqlQuery with its variants takes 2.3 times as long. Elsewhere (a driver
/// with a copy of its own) it goes through QSqlQuery. Lives on its connection's thread and must
/// go before the connection.
class Cursor final
{
public:
    Cursor(const QSqlDatabase &database, const QString &sql, SqlPath path = SqlPath::Fastest);
    ~Cursor();
    Cursor(const Cursor &) = delete;
    Cursor &operator=(const Cursor &) = delete;

    /// Begins again with these values for the placeholders.
    template<typename... Values> void start(Values... values)
    {
        const qint64 list[] = { qint64(values)..., 0 };
        begin(list, int(sizeof...(values)));
    }

    /// The same with texts among the values.
    void startWith(const std::vector<SqlValue> &values);

    /// Steps to the next row. False: no more, or failed().
    bool next();
    /// Ends the reading, so that the snapshot behind it is let go.
    void stop();

    bool isNull(int column) const;
    qint64 integer(int column) const;
    QByteArray bytes(int column) const;
    /// The same without a copy; only until the cursor moves, or the next view().
    QByteArrayView view(int column) const;

    bool failed() const { return !m_failure.isEmpty(); }
    /// In words for people; empty unless failed().
    const QString &failure() const { return m_failure; }

private:
    void begin(const qint64 *values, int count);

    QSqlDatabase m_database;
    sqlite3_stmt *m_statement = nullptr; // the fast path
    std::unique_ptr<QSqlQuery> m_query; // the portable one
    mutable QByteArray m_viewed; // on the portable path
    bool m_started = false;
    QString m_failure;
};

} // namespace app
