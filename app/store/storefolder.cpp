// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/storefolder.h"

#include "app/shared/privatefolder.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

#include <algorithm>
#include <array>

namespace app {

namespace {

constexpr QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner;

models::Failure noWay(const QString &path, const QString &reason)
{
    return models::Failure { QCoreApplication::translate(
                                     "app::storeFolder",
                                     "The database %1 cannot be made (%2); nothing is stored. "
                                     "Choose another place or give the right to write there.")
                                     .arg(path, reason) };
}

} // namespace

models::Result<models::Done> prepareStoreFile(const DatabaseUrl &url)
{
    const QFileInfo info(url.sqlitePath);
    if (!makePrivateFolder(info.absolutePath())) {
        return noWay(url.sqlitePath,
                     QCoreApplication::translate("app::storeFolder", "the folder is missing"));
    }
    if (isNetworkFileSystem(QStorageInfo(info.absolutePath()).fileSystemType())) {
        return models::Failure { QCoreApplication::translate(
                                         "app::storeFolder",
                                         "The database %1 is on a network file system, where it "
                                         "could be damaged; it was not opened. Choose a folder on "
                                         "a disk of this computer.")
                                         .arg(url.sqlitePath) };
    }
    if (info.exists())
        return models::Done {};
    QFile file(url.sqlitePath);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, ownerOnly)
        && !QFile::exists(url.sqlitePath))
        return noWay(url.sqlitePath, file.errorString());
    return models::Done {};
}

bool isNetworkFileSystem(const QByteArray &type)
{
    static constexpr std::array prefixes {
        "nfs",  "cifs", "smb",  "afs",        "9p",    "ncp",
        "coda", "ceph", "ocfs", "fuse.sshfs", "davfs", "webdav"
    };
    const QByteArray name = type.toLower();
    return std::any_of(prefixes.begin(), prefixes.end(),
                       [&name](const char *prefix) { return name.startsWith(prefix); });
}

} // namespace app
