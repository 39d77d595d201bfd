// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shared/privatefolder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace app {

bool makePrivateFolder(const QString &path)
{
    const QFileInfo info(path);
    if (info.isDir())
        return true;
    constexpr QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    const QDir parent(info.absolutePath());
    return parent.mkpath(QStringLiteral("."))
            && (parent.mkdir(info.fileName(), ownerOnly)
                || QFileInfo(path).isDir()); // another process was faster
}

} // namespace app
