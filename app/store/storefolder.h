// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/databaseurl.h"

#include <QByteArray>

namespace app {

/// Makes the database's folder (0700) and its empty file (0600) where they do not exist; what
/// exists keeps its rights. Fails with words without the rights, and on a network file system:
/// SQLite's WAL needs shared memory and true locks (https://www.sqlite.org/wal.html).
models::Result<models::Done> prepareStoreFile(const DatabaseUrl &url);

/// True for types as QStorageInfo names them whose files come over a network ("nfs4", "cifs",
/// …). Pure.
bool isNetworkFileSystem(const QByteArray &type);

} // namespace app
