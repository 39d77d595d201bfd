// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/receiver/framer.h"

class QTcpSocket;

namespace app {

/// Puts a head of our own in place of the sender's, so that QHttpServer reads nothing of a head
/// but the method and how the body is framed: what it might understand otherwise than the gate
/// never reaches it, and it reads heads byte by byte, which was a third of its time. `consumed`
/// bytes at the front of what the socket has to read are the end of the sender's head, whole in
/// `framer`; the credentials in it are wiped from the socket's buffer. Not within a transaction
/// that read anything. Receiver thread.
void passHead(QTcpSocket &socket, qint64 consumed, const Framer &framer);

/// Takes bytes out of the socket that may hold a secret, and wipes them from its buffer, except
/// the last one: the beginning of a head, of which QHttpServer reads only what passHead() puts
/// back once it is whole, or what was refused. Slow: some nanoseconds a byte. Receiver thread.
void skipHeld(QTcpSocket &socket, qint64 count);

} // namespace app
