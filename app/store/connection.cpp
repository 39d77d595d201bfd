// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/connection.h"

#include "app/store/sqlitehandle.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSqlQuery>
#include <QVariant>

#include <sqlite3.h>

#include <atomic>

namespace app {

namespace {

QString freshName()
{
    static std::atomic<quint64> count { 0 };
    return QLatin1String("watchfloor-store-") + QString::number(++count);
}

QString options(Connection::Mode mode, std::chrono::milliseconds patience)
{
    QString text = QLatin1String("QSQLITE_BUSY_TIMEOUT=") + QString::number(patience.count());
    if (mode == Connection::Mode::Read)
        text += QLatin1String(";QSQLITE_OPEN_READONLY");
    return text;
}

/// SQLite counts the bytes it has under a lock of the whole process, twice for each piece of
/// memory; nobody asks for the sum. Must come before the library is used for the first time.
void stopCountingMemory()
{
    static const int done = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    Q_UNUSED(done)
}

} // namespace

Connection::Connection(QString name)
    : m_name(std::move(name)),
      m_database(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name))
{
    stopCountingMemory();
}

Connection::~Connection()
{
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

models::Result<std::unique_ptr<Connection>> Connection::open(const DatabaseUrl &url, Mode mode,
                                                             std::chrono::milliseconds patience)
{
    std::unique_ptr<Connection> connection(new Connection(freshName()));
    connection->m_database.setDatabaseName(url.sqlitePath);
    connection->m_database.setConnectOptions(options(mode, patience));
    if (!connection->m_database.open())
        return models::Failure { storeFailureText(connection->m_database.lastError()) };

    if (mode == Mode::Write && connection->isReadOnly())
        return models::Failure { storeFailureText(sqlError(nullptr, SQLITE_READONLY)) };

    // Readers go through the store from end to end; what the system keeps of it serves them all.
    QStringList pragmas { mode == Mode::Write ? QStringLiteral("PRAGMA cache_size=-4096")
                                              : QStringLiteral("PRAGMA cache_size=-1024") };
    if (mode == Mode::Write) {
        // A checkpoint every 16 MiB: fewer of them under load, each in the writer's own time.
        // References are not looked up: both ends are written in one transaction, and
        // `watchfloor-cli verify` follows all of them.
        pragmas << QStringLiteral("PRAGMA synchronous=FULL")
                << QStringLiteral("PRAGMA foreign_keys=OFF")
                << QStringLiteral("PRAGMA wal_autocheckpoint=2048");
    } else {
        pragmas << QStringLiteral("PRAGMA query_only=ON");
    }
    if (mode == Mode::Write) {
        if (const auto set = connection->run(QStringLiteral("PRAGMA page_size=8192")); !set)
            return models::Failure { set.error() };
        if (const auto done = connection->useWal(); !done)
            return models::Failure { done.error() };
    }
    for (const QString &pragma : std::as_const(pragmas)) {
        if (const auto done = connection->run(pragma); !done)
            return models::Failure { done.error() };
    }
    return connection;
}

// SQLite opens what it may not write for reading, and that would never get better by itself.
bool Connection::isReadOnly() const
{
    if (sqlite3 *handle = sharedHandle(m_database))
        return sqlite3_db_readonly(handle, "main") == 1;
    return !QFileInfo(m_database.databaseName()).isWritable();
}

models::Result<models::Done> Connection::useWal() const
{
    QSqlQuery query(m_database);
    if (!query.exec(QStringLiteral("PRAGMA journal_mode=WAL")) || !query.next())
        return models::Failure { storeFailureText(query.lastError()) };
    // SQLite does not call it an error when it cannot; the answer is the mode that holds.
    if (query.value(0).toString() == QLatin1String("wal"))
        return models::Done {};
    return models::Failure { QCoreApplication::translate(
            "app::Connection",
            "The database cannot use a write-ahead log here; it was not opened. Choose a folder on "
            "a disk of this computer.") };
}

models::Result<models::Done> Connection::run(const QString &sql) const
{
    QSqlQuery query(m_database);
    if (!query.exec(sql))
        return models::Failure { storeFailureText(query.lastError()) };
    return models::Done {};
}

models::Result<qint64> Connection::number(const QString &sql) const
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.exec(sql) || !query.next())
        return models::Failure { storeFailureText(query.lastError()) };
    return query.value(0).toLongLong();
}

QString storeFailureText(const QSqlError &error)
{
    // Primary result codes, https://www.sqlite.org/rescode.html
    switch (error.nativeErrorCode().toInt() & 0xff) {
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
        return QCoreApplication::translate(
                "app::Connection",
                "The database is locked by another program; nothing of this was stored. "
                "Close what else has it open; it goes on by itself after that.");
    case 8: // SQLITE_READONLY
        return QCoreApplication::translate(
                "app::Connection",
                "The database cannot be written; nothing of this was stored. Give the program "
                "the right to write the file and its folder.");
    case 10: // SQLITE_IOERR
        return QCoreApplication::translate(
                       "app::Connection",
                       "The disk reported an error (%1); nothing of this was stored. Check the "
                       "disk and its free space.")
                .arg(error.databaseText());
    case 11: // SQLITE_CORRUPT
    case 26: // SQLITE_NOTADB
        return QCoreApplication::translate(
                       "app::Connection",
                       "The database file is damaged or is no database (%1). Nothing was changed; "
                       "restore a copy or move the file away.")
                .arg(error.databaseText());
    case 13: // SQLITE_FULL
        return QCoreApplication::translate(
                "app::Connection",
                "The disk is full; nothing of this was stored. Free some space; it goes on by "
                "itself after that.");
    case 3: // SQLITE_PERM
    case 14: // SQLITE_CANTOPEN
        return QCoreApplication::translate(
                "app::Connection",
                "The database file cannot be opened; nothing was changed. Check that the folder "
                "exists and that the program may read and write it.");
    default:
        return QCoreApplication::translate(
                       "app::Connection",
                       "The database reported an error (%1); nothing of this was stored.")
                .arg(error.databaseText().isEmpty() ? error.text() : error.databaseText());
    }
}

} // namespace app
