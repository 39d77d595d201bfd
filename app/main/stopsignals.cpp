// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/stopsignals.h"

#include <QtGlobal>

#ifdef Q_OS_UNIX

#include <QSocketNotifier>

#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

namespace app {

namespace {

// A signal handler can reach nothing but what is global.
int ends[2] = { -1, -1 };

void onSignal(int)
{
    const int error = errno;
    const char byte = 0;
    (void)!::write(ends[0], &byte, 1); // full: the request is there already
    errno = error;
}

void install(int number, int flags)
{
    struct sigaction action = {};
    action.sa_handler = onSignal;
    ::sigemptyset(&action.sa_mask);
    action.sa_flags = SA_RESTART | flags;
    ::sigaction(number, &action, nullptr);
}

} // namespace

StopSignals::StopSignals(QObject *parent) : QObject(parent)
{
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0)
        return; // the signals then end the program at once, as they do by themselves
    auto *notifier = new QSocketNotifier(ends[1], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        if (::read(ends[1], &byte, 1) == 1)
            emit stopRequested();
    });
    install(SIGTERM, 0);
    install(SIGINT, int(SA_RESETHAND));
}

StopSignals::~StopSignals()
{
    std::signal(SIGTERM, SIG_DFL);
    std::signal(SIGINT, SIG_DFL);
    ::close(ends[0]);
    ::close(ends[1]);
}

} // namespace app

#else

namespace app {

StopSignals::StopSignals(QObject *parent) : QObject(parent) { }
StopSignals::~StopSignals() = default;

} // namespace app

#endif
