// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/databaseurl.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace app {

models::Result<DatabaseUrl> DatabaseUrl::parse(const QString &text)
{
    const QLatin1String sqlite("sqlite:");
    if (text.startsWith(QLatin1String("postgresql:"), Qt::CaseInsensitive)
        || text.startsWith(QLatin1String("postgres:"), Qt::CaseInsensitive)) {
        return models::Failure { QCoreApplication::translate(
                "app::DatabaseUrl",
                "PostgreSQL comes with a later version; nothing was opened. Use sqlite:PATH.") };
    }
    if (!text.startsWith(sqlite, Qt::CaseInsensitive)) {
        return models::Failure { QCoreApplication::translate(
                                         "app::DatabaseUrl",
                                         "The database address \"%1\" is not known; nothing was "
                                         "opened. Use sqlite:PATH.")
                                         .arg(text.left(200)) };
    }
    const QString path = text.mid(sqlite.size());
    if (path.isEmpty() || path.contains(QChar::Null)) {
        return models::Failure { QCoreApplication::translate(
                "app::DatabaseUrl",
                "The database address names no file; nothing was opened. Use sqlite:PATH.") };
    }
    return DatabaseUrl { QDir::cleanPath(QFileInfo(path).absoluteFilePath()) };
}

QString DatabaseUrl::text() const
{
    return QLatin1String("sqlite:") + sqlitePath;
}

} // namespace app
