// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/systemsocket.h"

#include <QAbstractSocket>
#include <QSocketNotifier>

#include <algorithm>

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace app {

qsizetype sendNow(qintptr descriptor, QByteArrayView bytes)
{
#ifdef MSG_NOSIGNAL
    const ssize_t sent = ::send(int(descriptor), bytes.data(), size_t(bytes.size()),
                                MSG_NOSIGNAL | MSG_DONTWAIT);
    return std::max<qsizetype>(0, qsizetype(sent));
#else
    Q_UNUSED(descriptor)
    Q_UNUSED(bytes)
    return 0;
#endif
}

void closeSendingHalf(qintptr descriptor)
{
#ifdef Q_OS_WIN
    ::shutdown(SOCKET(descriptor), SD_SEND);
#else
    ::shutdown(int(descriptor), SHUT_WR);
#endif
}

bool hasEnded(qintptr descriptor)
{
#ifdef MSG_DONTWAIT
    char byte = 0;
    return ::recv(int(descriptor), &byte, 1, MSG_PEEK | MSG_DONTWAIT) == 0;
#else
    Q_UNUSED(descriptor)
    return false;
#endif
}

QSocketNotifier *readerOf(const QAbstractSocket &socket)
{
    const QList<QSocketNotifier *> all = socket.findChildren<QSocketNotifier *>();
    for (QSocketNotifier *notifier : all) {
        if (notifier->type() == QSocketNotifier::Read)
            return notifier;
    }
    return nullptr;
}

qintptr duplicateDescriptor(qintptr descriptor)
{
#ifdef Q_OS_WIN
    Q_UNUSED(descriptor)
    return -1;
#else
    return ::fcntl(int(descriptor), F_DUPFD_CLOEXEC, 0);
#endif
}

void closeDescriptor(qintptr descriptor)
{
#ifdef Q_OS_WIN
    Q_UNUSED(descriptor)
#else
    ::close(int(descriptor));
#endif
}

bool isNearlyLast(qintptr descriptor)
{
#ifdef Q_OS_WIN
    Q_UNUSED(descriptor)
    return false;
#else
    constexpr qint64 reserve = 16;
    rlimit limit {};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY)
        return false;
    return qint64(descriptor) >= qint64(limit.rlim_cur) - reserve;
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
