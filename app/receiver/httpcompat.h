// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractHttpServer>
#include <QHttpServerRequest>
#include <QHttpServerResponder>
#include <QTcpServer>

namespace app {

/// The differences between Qt's HTTP server versions, all in this file: 6.4 hands handleRequest()
/// the socket, 6.5 a responder, 6.8 changed missingHandler() and made bind() return a bool.
/// The responder is never used: answering through it after the peer has gone writes to freed
/// memory in 6.4 and leaks in 6.8. Answers go to the socket, found by number.
class HttpServerBase : public QAbstractHttpServer
{
public:
    using QAbstractHttpServer::QAbstractHttpServer;

protected:
    /// A request as Qt parsed it, within the socket's readyRead.
    virtual void requestParsed(const QHttpServerRequest &request) = 0;

    /// Lets Qt serve the sockets of `listener`, which listens already, and own it.
    bool bindListener(QTcpServer *listener)
    {
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
        return bind(listener);
#else
        bind(listener);
        return true;
#endif
    }

private:
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    bool handleRequest(const QHttpServerRequest &request, QHttpServerResponder &) override
    {
        requestParsed(request);
        return true;
    }
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    void missingHandler(const QHttpServerRequest &, QHttpServerResponder &) override { }
#else
    void missingHandler(const QHttpServerRequest &, QHttpServerResponder &&) override { }
#endif
#else
    bool handleRequest(const QHttpServerRequest &request, QTcpSocket *) override
    {
        requestParsed(request);
        return true;
    }
    void missingHandler(const QHttpServerRequest &, QTcpSocket *) override { }
#endif
};

} // namespace app
