// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/passedhead.h"

#include <QTcpSocket>

#include <algorithm>

namespace app {

void withholdHead(QTcpSocket &socket, qint64 consumed)
{
    // QHttpServer opens one in its slot even where it found nothing to read.
    if (socket.isTransactionStarted())
        socket.commitTransaction();
    socket.skip(consumed);
}

void passHead(QTcpSocket &socket, qint64 consumed, const RequestHead &head)
{
    withholdHead(socket, consumed);
    char bytes[96];
    char *end = bytes;
    const auto add = [&end](QByteArrayView text) {
        end = std::copy(text.begin(), text.end(), end);
    };
    add(head.method == "POST" ? QByteArrayView("POST / HTTP/1.1\r\nHost: a\r\n")
                              : QByteArrayView("GET / HTTP/1.1\r\nHost: a\r\n"));
    if (head.chunked) {
        add("Transfer-Encoding: chunked\r\n");
    } else if (head.length >= 0) {
        add("Content-Length: ");
        add(QByteArray::number(head.length));
        add("\r\n");
    }
    add("\r\n");
    // From its end, as the device offers to take single bytes back only.
    while (end != bytes)
        socket.ungetChar(*--end);
}

} // namespace app
