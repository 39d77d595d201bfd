// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QElapsedTimer>
#include <QTcpSocket>
#include <QTest>

/// Bound in milliseconds on a wait for what must come: on hanging, not on speed.
inline constexpr int hangBound = 60'000;

/// One answer as a client sees it.
struct HttpReply
{
    int status = 0; ///< 0: none came
    QByteArray head;
    QByteArray body;
};

/// A client that sends exactly the bytes it is told. Waits by letting the test's event loop run,
/// so that a receiver on the same thread can work.
class HttpRawClient final
{
public:
    explicit HttpRawClient(quint16 port, const QString &host = QStringLiteral("127.0.0.1"))
    {
        socket.connectToHost(host, port);
        (void)QTest::qWaitFor(
                [this] {
                    return isConnected() || socket.state() == QAbstractSocket::UnconnectedState;
                },
                hangBound);
    }

    bool isConnected() const { return socket.state() == QAbstractSocket::ConnectedState; }

    void send(const QByteArray &bytes)
    {
        socket.write(bytes);
        socket.flush();
    }

    /// The next answer; status 0 when none came in `ms` or the connection ended before.
    HttpReply reply(int ms = hangBound)
    {
        HttpReply result;
        (void)QTest::qWaitFor(
                [&] {
                    m_buffer += socket.readAll();
                    return take(result)
                            || (socket.state() == QAbstractSocket::UnconnectedState
                                && socket.bytesAvailable() == 0);
                },
                ms);
        return result;
    }

    /// True when the server ended the connection within `ms`.
    bool isClosed(int ms = hangBound)
    {
        return QTest::qWaitFor(
                [this] {
                    m_buffer += socket.readAll();
                    return socket.state() == QAbstractSocket::UnconnectedState;
                },
                ms);
    }

    QByteArray unread() const { return m_buffer; }

    QTcpSocket socket;

private:
    bool take(HttpReply &reply)
    {
        const qsizetype end = m_buffer.indexOf("\r\n\r\n");
        if (end < 0)
            return false;
        const QByteArray head = m_buffer.first(end + 2);
        const qsizetype at = head.toLower().indexOf("content-length: ");
        qsizetype length = 0;
        if (at >= 0)
            length = head.mid(at + 16, head.indexOf('\r', at) - at - 16).toLongLong();
        if (m_buffer.size() < end + 4 + length)
            return false;
        reply = { head.mid(9, 3).toInt(), head, m_buffer.sliced(end + 4, length) };
        m_buffer.remove(0, end + 4 + length);
        return true;
    }

    QByteArray m_buffer;
};

inline constexpr const char *httpToken = "0123456789abcdef-secret";
inline const QByteArray httpHello = R"({"event": "Hello, world!"})";

/// A well-formed POST with the token of the tests.
inline QByteArray httpPost(const QByteArray &body = httpHello, const QByteArray &path = "/webhook",
                           const QByteArray &fields = {})
{
    return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
            + QByteArray(httpToken) + "\r\nContent-Type: application/json\r\n" + fields
            + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}
