// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/sqlitehandle.h"

#include <QSqlDriver>
#include <QSqlQuery>
#include <QVariant>

#include <sqlite3.h>

namespace app {

sqlite3 *sharedHandle(const QSqlDatabase &database)
{
    const QVariant handle = database.driver()->handle();
    if (!handle.isValid() || qstrcmp(handle.typeName(), "sqlite3*") != 0)
        return nullptr;
    QSqlQuery query(database);
    if (!query.exec(QStringLiteral("SELECT sqlite_source_id()")) || !query.next()
        || query.value(0).toString() != QLatin1String(sqlite3_sourceid())) {
        return nullptr;
    }
    return *static_cast<sqlite3 *const *>(handle.constData());
}

QSqlError sqlError(sqlite3 *handle, int code)
{
    return QSqlError(QString(),
                     QString::fromUtf8(handle ? sqlite3_errmsg(handle) : sqlite3_errstr(code)),
                     QSqlError::StatementError, QString::number(code));
}

} // namespace app
