// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/statement.h"

#include <QSqlQuery>
#include <QVariant>

#include <sqlite3.h>

namespace app {

Statement::Statement(const QSqlDatabase &database, SqlPath path)
    : m_database(database), m_path(path)
{
}

Statement::~Statement()
{
    sqlite3_finalize(m_statement);
}

bool Statement::prepare(const QString &sql)
{
    if (sqlite3 *handle = m_path == SqlPath::Fastest ? sharedHandle(m_database) : nullptr) {
        const QByteArray text = sql.toUtf8();
        const int code = sqlite3_prepare_v3(handle, text.constData(), int(text.size()),
                                            SQLITE_PREPARE_PERSISTENT, &m_statement, nullptr);
        if (code != SQLITE_OK)
            m_error = sqlError(handle, code);
        m_texts.resize(std::size_t(sqlite3_bind_parameter_count(m_statement)));
        return code == SQLITE_OK;
    }
    m_query = std::make_unique<QSqlQuery>(m_database);
    m_query->setForwardOnly(true);
    if (m_query->prepare(sql))
        return true;
    m_error = m_query->lastError();
    return false;
}

void Statement::integer(int at, qint64 value)
{
    if (m_statement)
        sqlite3_bind_int64(m_statement, at + 1, value);
    else
        m_query->bindValue(at, value);
}

void Statement::text(int at, const QString &value)
{
    if (m_statement) {
        // SQLite would convert UTF-16 itself, more slowly. A null pointer would be NULL;
        // constData() never is one.
        QByteArray &text = m_texts[std::size_t(at)];
        text = value.toUtf8();
        sqlite3_bind_text64(m_statement, at + 1, text.constData(), sqlite3_uint64(text.size()),
                            SQLITE_STATIC, SQLITE_UTF8);
    } else {
        m_query->bindValue(at, value.isNull() ? QStringLiteral("") : value);
    }
}

void Statement::bytes(int at, const QByteArray &value)
{
    if (m_statement) {
        sqlite3_bind_blob64(m_statement, at + 1, value.constData(), sqlite3_uint64(value.size()),
                            SQLITE_STATIC);
    } else {
        m_query->bindValue(at, value.isNull() ? QByteArray("") : value);
    }
}

void Statement::null(int at)
{
    if (m_statement)
        sqlite3_bind_null(m_statement, at + 1);
    else
        m_query->bindValue(at, QVariant());
}

bool Statement::run()
{
    if (m_query) {
        if (m_query->exec())
            return true;
        m_error = m_query->lastError();
        return false;
    }
    const int code = sqlite3_step(m_statement);
    if (code != SQLITE_DONE)
        m_error = sqlError(sqlite3_db_handle(m_statement), code);
    sqlite3_reset(m_statement);
    return code == SQLITE_DONE;
}

} // namespace app
