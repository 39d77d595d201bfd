// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

class QAbstractSocket;
class QSocketNotifier;

namespace app {

/// Hands bytes to the system at once, past the buffers of Qt's socket, and tells how many it
/// took: less than all where the peer reads slowly, none on an error or where there is no such
/// call without the signal SIGPIPE. Only while nothing waits in Qt's buffer, not with TLS.
qsizetype sendNow(qintptr descriptor, QByteArrayView bytes);

/// Ends the sending half of a connected socket and leaves the receiving half open. Closing a
/// socket with unread bytes makes the system reset the connection, and the peer would lose the
/// answer it was sent (RFC 9112, 9.6). Qt has no call for it.
void closeSendingHalf(qintptr descriptor);

/// Whether the peer has ended its sending half and nothing of it is left to read. Takes nothing.
bool hasEnded(qintptr descriptor);

/// Qt's notifier for reading, a child of the socket's engine (of a TLS socket's plain socket);
/// null where there is none.
QSocketNotifier *readerOf(const QAbstractSocket &socket);

/// A second descriptor of the same socket, not inherited by other programs; -1 where there is
/// none to be had.
qintptr duplicateDescriptor(qintptr descriptor);
void closeDescriptor(qintptr descriptor);

/// How many connections the process can still take: the soft limit of open files less `spare`,
/// but at most `wanted` and at least 1. Where there is no such limit: `wanted`.
int connectionsWithinLimits(int wanted, int spare);

/// True when only a few descriptors are left above this one, which is the newest: the system gives
/// the lowest that is free (POSIX, 2.14). False where there is no such limit.
bool isNearlyLast(qintptr descriptor);

} // namespace app
