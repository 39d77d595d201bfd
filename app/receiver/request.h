// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/delivery.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace app {

/// Who is at the other end of a connection; made once for each (peer.h).
struct Peer
{
    QString address; ///< numeric, an IPv4 address in its IPv6 form written as IPv4
    QByteArray group; ///< what caps and bans count: the address, of IPv6 the first 64 bits
    bool loopback = false;
};

/// The head of a request as the framer understood it. The views live until the framer is reset.
struct RequestHead
{
    QByteArrayView method;
    QByteArrayView target; ///< origin form, with the query
    QByteArrayView authorization; ///< empty where there is none
    QByteArrayView contentEncoding; ///< empty where there is none
    qint64 length = -1; ///< declared length of the body; -1 where there is none
    bool chunked = false;
    bool expectsContinue = false;
    bool keepAlive = true; ///< the sender wants to use the connection again
    bool webSocket = false; ///< asks to become a WebSocket
};

/// What is asked for, found by exact path.
enum class Route : quint8 {
    Unknown,
    Webhook, ///< /webhook
    Hook, ///< /hook/<secret>
    Collector, ///< /services/collector, /services/collector/event
    CollectorHealth, ///< /services/collector/health
    Health, ///< /healthz
    Ready, ///< /readyz
    Metrics, ///< /metrics
};

/// A whole request, admitted by its head: our own type, free of Qt's HTTP types.
struct Request
{
    models::Ticket ticket;
    Peer peer;
    Route route = Route::Unknown;
    QByteArray contentEncoding;
    QByteArray body;
};

} // namespace app
