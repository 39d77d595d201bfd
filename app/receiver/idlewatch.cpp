// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/idlewatch.h"

#include "app/receiver/systemsocket.h"

#include <QAbstractSocket>

#ifdef Q_OS_LINUX
#include <array>

#include <sys/epoll.h>
#include <unistd.h>
#endif

namespace app {

#ifdef Q_OS_LINUX

IdleWatch::IdleWatch(QObject *parent) : QObject(parent), m_epoll(::epoll_create1(EPOLL_CLOEXEC))
{
    if (m_epoll < 0)
        return;
    auto *notifier = new QSocketNotifier(m_epoll, QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, &IdleWatch::wake);
}

IdleWatch::~IdleWatch()
{
    qDeleteAll(findChildren<QSocketNotifier *>()); // before what it watches
    if (m_epoll >= 0)
        ::close(m_epoll);
}

void IdleWatch::watch(quint64 number, QAbstractSocket &socket)
{
    if (m_epoll < 0 || m_watched.contains(number))
        return;
    QSocketNotifier *reader = readerOf(socket);
    if (reader == nullptr || !reader->isEnabled())
        return;
    epoll_event event {};
    event.events = EPOLLIN | EPOLLRDHUP | EPOLLONESHOT; // never a busy loop
    event.data.u64 = number;
    const int descriptor = int(reader->socket());
    if (::epoll_ctl(m_epoll, EPOLL_CTL_ADD, descriptor, &event) != 0)
        return; // Qt goes on
    reader->setEnabled(false);
    m_watched.insert(number, { descriptor, reader });
}

void IdleWatch::release(quint64 number)
{
    const Watched watched = m_watched.take(number);
    if (watched.reader == nullptr)
        return; // not watched; or closed, so the kernel forgot it, and its number may be another's
    ::epoll_ctl(m_epoll, EPOLL_CTL_DEL, watched.descriptor, nullptr);
    watched.reader->setEnabled(true); // level-triggered: what has come already is seen
}

void IdleWatch::wake()
{
    std::array<epoll_event, 64> events; // the rest comes in the next turn
    const int count = ::epoll_wait(m_epoll, events.data(), int(events.size()), 0);
    for (int i = 0; i < count; ++i)
        release(events[size_t(i)].data.u64);
}

#else

IdleWatch::IdleWatch(QObject *parent) : QObject(parent) { }
IdleWatch::~IdleWatch() = default;
void IdleWatch::watch(quint64, QAbstractSocket &) { }
void IdleWatch::release(quint64) { }
void IdleWatch::wake() { }

#endif

} // namespace app
