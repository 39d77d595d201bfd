// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/cursor.h"

#include "app/store/connection.h"

#include <QSqlQuery>
#include <QVariant>

#include <sqlite3.h>

namespace app {

Cursor::Cursor(const QSqlDatabase &database, const QString &sql, SqlPath path)
    : m_database(database)
{
    if (sqlite3 *handle = path == SqlPath::Fastest ? sharedHandle(database) : nullptr) {
        const QByteArray text = sql.toUtf8();
        const int code = sqlite3_prepare_v3(handle, text.constData(), int(text.size()),
                                            SQLITE_PREPARE_PERSISTENT, &m_statement, nullptr);
        if (code != SQLITE_OK)
            m_failure = storeFailureText(sqlError(handle, code));
        return;
    }
    m_query = std::make_unique<QSqlQuery>(database);
    m_query->setForwardOnly(true);
    if (!m_query->prepare(sql))
        m_failure = storeFailureText(m_query->lastError());
}

Cursor::~Cursor()
{
    sqlite3_finalize(m_statement);
}

void Cursor::begin(const qint64 *values, int count)
{
    if (!m_statement && !m_query)
        return;
    m_failure.clear();
    m_started = true;
    if (m_statement) {
        sqlite3_reset(m_statement);
        for (int i = 0; i < count; ++i)
            sqlite3_bind_int64(m_statement, i + 1, values[i]);
        return;
    }
    for (int i = 0; i < count; ++i)
        m_query->bindValue(i, values[i]);
    if (!m_query->exec())
        m_failure = storeFailureText(m_query->lastError());
}

void Cursor::startWith(const std::vector<SqlValue> &values)
{
    if (!m_statement && !m_query)
        return;
    m_failure.clear();
    m_started = true;
    if (m_statement)
        sqlite3_reset(m_statement);
    for (size_t i = 0; i < values.size(); ++i) {
        const auto *text = std::get_if<QByteArray>(&values[i]);
        const int at = int(i);
        if (m_statement && text) // never a null pointer, which would be NULL
            sqlite3_bind_text(m_statement, at + 1, text->constData(), int(text->size()),
                              SQLITE_TRANSIENT);
        else if (m_statement)
            sqlite3_bind_int64(m_statement, at + 1, std::get<qint64>(values[i]));
        else if (text)
            m_query->bindValue(at, text->isEmpty() ? QStringLiteral("") : QString::fromUtf8(*text));
        else
            m_query->bindValue(at, std::get<qint64>(values[i]));
    }
    if (m_query && !m_query->exec())
        m_failure = storeFailureText(m_query->lastError());
}

bool Cursor::next()
{
    if (failed() || !m_started)
        return false;
    if (m_query)
        return m_query->next();
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code != SQLITE_DONE)
        m_failure = storeFailureText(sqlError(sqlite3_db_handle(m_statement), code));
    stop();
    return false;
}

void Cursor::stop()
{
    m_started = false;
    if (m_statement)
        sqlite3_reset(m_statement);
    else if (m_query)
        m_query->finish();
}

bool Cursor::isNull(int column) const
{
    return m_statement ? sqlite3_column_type(m_statement, column) == SQLITE_NULL
                       : m_query->isNull(column);
}

qint64 Cursor::integer(int column) const
{
    return m_statement ? sqlite3_column_int64(m_statement, column)
                       : m_query->value(column).toLongLong();
}

QByteArray Cursor::bytes(int column) const
{
    return m_statement ? view(column).toByteArray() : m_query->value(column).toByteArray();
}

QByteArrayView Cursor::view(int column) const
{
    if (!m_statement) {
        m_viewed = m_query->value(column).toByteArray();
        return m_viewed;
    }
    const void *data = sqlite3_column_blob(m_statement, column);
    return { static_cast<const char *>(data), sqlite3_column_bytes(m_statement, column) };
}

} // namespace app
