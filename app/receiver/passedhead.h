// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/receiver/request.h"

class QTcpSocket;

namespace app {

/// Puts a head of our own in place of the sender's, so that QHttpServer reads nothing of a head
/// but the method and how the body is framed: what it might understand otherwise than the gate
/// never reaches it, and it reads heads byte by byte, which was a third of its time. `consumed`
/// bytes at the front of what the socket has to read are the end of the sender's head. Not within
/// a transaction that read anything. Receiver thread.
void passHead(QTcpSocket &socket, qint64 consumed, const RequestHead &head);

/// Takes the beginning of a head out of the socket: QHttpServer reads only what passHead() puts
/// back once it is whole. Receiver thread.
void withholdHead(QTcpSocket &socket, qint64 consumed);

} // namespace app
