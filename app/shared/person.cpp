// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shared/person.h"

#include <QDir>

namespace app {

QString personName()
{
    constexpr qsizetype longest = 64;
    for (const char *variable : { "USER", "LOGNAME", "USERNAME" }) {
        const QString name = qEnvironmentVariable(variable).simplified();
        if (!name.isEmpty())
            return name.left(longest);
    }
    return QDir::home().dirName().left(longest);
}

} // namespace app
