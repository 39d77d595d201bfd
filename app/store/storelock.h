// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/databaseurl.h"

#include <QLockFile>

namespace app {

/// The right to write to a store, by a lock file beside it: one holder at a time among all
/// processes; of one that died it is taken over. Let go with the object. Not thread-safe.
class StoreLock final
{
public:
    explicit StoreLock(const DatabaseUrl &url);

    /// Does not wait. Fails with words when another has it; that a lock file cannot be made for
    /// other reasons (no rights in the folder) is left to the database to tell.
    models::Result<models::Done> take();
    void release();

private:
    const QString m_path;
    QLockFile m_file;
};

} // namespace app
