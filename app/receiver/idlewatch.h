// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QSocketNotifier>

class QAbstractSocket;

namespace app {

/// Waits for idle sockets in place of Qt. Qt's event loop hands every socket it knows to the
/// kernel in each of its turns (poll(2)), so that a thousand idle connections would slow all
/// others; here they are one descriptor to it (epoll(7)). Linux; elsewhere it does nothing, and
/// Qt goes on. Receiver thread.
class IdleWatch final : public QObject
{
    Q_OBJECT
public:
    explicit IdleWatch(QObject *parent = nullptr);
    ~IdleWatch() override;

    /// Waits for `socket`, known by `number`, until something comes or release(); then Qt reads
    /// it as ever. A second call for the same number does nothing.
    void watch(quint64 number, QAbstractSocket &socket);
    /// Gives the socket back to Qt, before it is written to or closed. Also when it is not watched.
    void release(quint64 number);
    /// The socket has been closed.
    void forget(quint64 number) { m_watched.remove(number); }

    qsizetype size() const { return m_watched.size(); }

private:
    struct Watched
    {
        int descriptor = -1;
        QPointer<QSocketNotifier> reader; ///< Qt's own, switched off meanwhile
    };
    void wake();

    int m_epoll = -1;
    QHash<quint64, Watched> m_watched;
};

} // namespace app
