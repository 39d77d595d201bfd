// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shared/stopsignals.h"

#ifdef Q_OS_UNIX

#include <array>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace app {

namespace {

// A handler gets no argument of ours: the write end must be reachable from it.
volatile std::sig_atomic_t writeEnd = -1;
constexpr std::array<int, 2> handled { SIGTERM, SIGINT };
std::array<struct sigaction, 2> before;

void wake(int)
{
    const int saved = errno;
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = ::write(writeEnd, &byte, 1);
    errno = saved;
}

} // namespace

StopSignals::StopSignals(QObject *parent) : QObject(parent)
{
    std::array<int, 2> ends {};
    if (::pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return;
    writeEnd = ends[1];
    m_notifier.setSocket(ends[0]);
    m_notifier.setEnabled(true);
    connect(&m_notifier, &QSocketNotifier::activated, this, &StopSignals::drain);
    struct sigaction action
    {
    };
    action.sa_handler = wake;
    action.sa_flags = SA_RESTART;
    for (size_t i = 0; i < handled.size(); ++i)
        ::sigaction(handled[i], &action, &before[i]);
}

StopSignals::~StopSignals()
{
    if (!m_notifier.isValid())
        return;
    for (size_t i = 0; i < handled.size(); ++i)
        ::sigaction(handled[i], &before[i], nullptr);
    m_notifier.setEnabled(false);
    ::close(int(m_notifier.socket()));
    ::close(int(writeEnd));
    writeEnd = -1;
}

void StopSignals::drain()
{
    std::array<char, 16> bytes {};
    while (::read(int(m_notifier.socket()), bytes.data(), bytes.size()) > 0) { }
    emit stopRequested();
}

} // namespace app

#else

namespace app {

StopSignals::StopSignals(QObject *parent) : QObject(parent) { }
StopSignals::~StopSignals() = default;
void StopSignals::drain() { }

} // namespace app

#endif
