// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QLatin1String>
#include <QString>
#include <QStringList>

namespace app {

/// The statement in resources/sql/sqlite/<name>.sql. Any thread. An unknown name is a mistake
/// in the program and ends it.
QString sqlText(QLatin1String name);

/// The statements of a file that holds several, each ended by a semicolon at the end of a line.
QStringList sqlStatements(QLatin1String name);

/// A file of resources/sql as bytes, e.g. a dictionary.
QByteArray sqlResource(QLatin1String name);

} // namespace app
