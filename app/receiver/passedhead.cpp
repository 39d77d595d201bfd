// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/passedhead.h"

#include <QTcpSocket>

#include <algorithm>

namespace app {

namespace {

/// QHttpServer opens one in its slot even where it found nothing to read.
void endTransaction(QTcpSocket &socket)
{
    if (socket.isTransactionStarted())
        socket.commitTransaction();
}

/// Takes bytes out and leaves zeros in the room of the socket's buffer that they had: bytes taken
/// back are put where the last ones were read, as long as the buffer is not empty in between.
void skipWiped(QTcpSocket &socket, qint64 count)
{
    socket.skip(count);
    for (qint64 i = 0; i < count; ++i)
        socket.ungetChar('\0');
    socket.skip(count);
}

} // namespace

void skipHeld(QTcpSocket &socket, qint64 count)
{
    endTransaction(socket);
    const qint64 last = std::min<qint64>(1, count);
    skipWiped(socket, count - last);
    socket.skip(last);
}

void passHead(QTcpSocket &socket, qint64 consumed, const Framer &framer)
{
    endTransaction(socket);
    const QByteArrayView bytes = framer.headSeen();
    const RequestHead &head = framer.head();
    const QByteArrayView secret = framer.secret();
    if (!secret.isEmpty()) {
        // Places within what the socket still has of the head: its end.
        const qint64 gone = bytes.size() - consumed;
        const qint64 from = std::max<qint64>(0, secret.data() - bytes.data() - gone);
        const qint64 to = std::max<qint64>(0, secret.data() + secret.size() - bytes.data() - gone);
        socket.skip(from);
        skipWiped(socket, to - from);
        consumed -= to;
    }
    socket.skip(consumed);
    // As short as QHttpServer of any version reads it (QHttpServerParser): each byte is put back
    // and read again on its own.
    char passed[64];
    char *end = passed;
    const auto add = [&end](QByteArrayView text) {
        end = std::copy(text.begin(), text.end(), end);
    };
    add(head.method == "POST" ? QByteArrayView("POST / HTTP/1.1\n")
                              : QByteArrayView("GET / HTTP/1.1\n"));
    if (head.chunked) {
        add("Transfer-Encoding:chunked\n");
    } else if (head.length >= 0) {
        add("Content-Length:");
        add(QByteArray::number(head.length));
        add("\n");
    }
    add("\n");
    // From its end, as the device offers to take single bytes back only.
    while (end != passed)
        socket.ungetChar(*--end);
}

} // namespace app
