// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/databaseurl.h"

#include <QSqlDatabase>
#include <QSqlError>

#include <chrono>
#include <memory>

namespace app {

/// One connection to the store under a name of its own, closed with the object. Made, used and
/// destroyed on one thread; queries on it must go before it.
class Connection final
{
public:
    enum class Mode : quint8 { Write, Read };

    /// Opens the file; Write creates it and sets WAL and synchronous=FULL (a commit that
    /// returned is on disk). `patience` is how long a statement waits for another's lock.
    static models::Result<std::unique_ptr<Connection>> open(
            const DatabaseUrl &url, Mode mode,
            std::chrono::milliseconds patience = std::chrono::milliseconds(1500));
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    QSqlDatabase database() const { return m_database; }

    /// Runs one statement without values.
    models::Result<models::Done> run(const QString &sql) const;
    /// The first column of the first row as a number, e.g. of a pragma.
    models::Result<qint64> number(const QString &sql) const;

    /// Frees the pages kept in memory, after a reading whose pages are not needed again.
    void forgetPages() const { (void)run(QStringLiteral("PRAGMA shrink_memory")); }

private:
    explicit Connection(QString name);
    models::Result<models::Done> useWal() const;
    bool isReadOnly() const;
    QString m_name;
    QSqlDatabase m_database;
};

/// What a failed statement means, in words: what happened, what it means for the data, what
/// to do.
QString storeFailureText(const QSqlError &error);

} // namespace app
