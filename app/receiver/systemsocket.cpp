// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/systemsocket.h"

#include <algorithm>

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <sys/resource.h>
#include <sys/socket.h>
#endif

namespace app {

void closeSendingHalf(qintptr descriptor)
{
#ifdef Q_OS_WIN
    ::shutdown(SOCKET(descriptor), SD_SEND);
#else
    ::shutdown(int(descriptor), SHUT_WR);
#endif
}

int connectionsWithinLimits(int wanted, int spare)
{
#ifdef Q_OS_WIN
    Q_UNUSED(spare)
    return wanted;
#else
    rlimit limit {};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY)
        return wanted;
    return int(std::clamp<qint64>(qint64(limit.rlim_cur) - spare, 1, wanted));
#endif
}

} // namespace app
