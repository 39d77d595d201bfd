// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/storelock.h"

#include <QCoreApplication>

namespace app {

StoreLock::StoreLock(const DatabaseUrl &url)
    : m_path(url.sqlitePath), m_file(url.sqlitePath + QLatin1String(".lock"))
{
    m_file.setStaleLockTime(0); // stale only when its process is gone
}

models::Result<models::Done> StoreLock::take()
{
    if (m_file.isLocked() || m_file.tryLock(0) || m_file.error() != QLockFile::LockFailedError)
        return models::Done {};
    return models::Failure { QCoreApplication::translate(
                                     "app::StoreLock",
                                     "The database %1 is in use by another collector; nothing is "
                                     "stored by this one. Close the other, or choose another "
                                     "data folder. A running one takes events by "
                                     "watchfloor-cli send.")
                                     .arg(m_path) };
}

void StoreLock::release()
{
    m_file.unlock();
}

} // namespace app
