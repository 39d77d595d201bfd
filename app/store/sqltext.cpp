// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/sqltext.h"

#include <QFile>

// The resource is part of a static library: without this the linker leaves it out.
// Must stand outside a namespace.
static void initStoreResource()
{
    Q_INIT_RESOURCE(store);
}

namespace app {

QByteArray sqlResource(QLatin1String name)
{
    static const bool initialised = (initStoreResource(), true);
    Q_UNUSED(initialised)
    QFile file(QLatin1String(":/watchfloor/sql/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the resource sql/%s is missing", name.data());
    return file.readAll();
}

QString sqlText(QLatin1String name)
{
    const QString path = QLatin1String("sqlite/") + name + QLatin1String(".sql");
    return QString::fromUtf8(sqlResource(QLatin1String(path.toLatin1()))).trimmed();
}

QStringList sqlStatements(QLatin1String name)
{
    QStringList statements;
    const QStringList parts =
            QString(sqlText(name) + QLatin1Char('\n')).split(QLatin1String(";\n"));
    for (const QString &part : parts) {
        if (!part.trimmed().isEmpty())
            statements.append(part.trimmed());
    }
    return statements;
}

} // namespace app
