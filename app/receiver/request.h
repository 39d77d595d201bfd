// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/delivery.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>

#include <chrono>

namespace app {

/// Who sends: the other end of a connection (peer.h), or the sender a trusted proxy names
/// (trustedproxies.h).
struct Peer
{
    QString address; ///< numeric, an IPv4 address in its IPv6 form written as IPv4
    QByteArray group; ///< what caps and bans count: the address, of IPv6 the first 64 bits
    bool local = false; ///< on this machine, with nobody in between for all we know
    bool excepted = false; ///< neither capped nor shut out: loopback and trusted proxies
};

/// The head of a request as the framer understood it. The views live until the framer is reset.
struct RequestHead
{
    QByteArrayView method;
    QByteArrayView target; ///< origin form, with the query
    QByteArrayView authorization; ///< empty where there is none
    QByteArrayView contentEncoding; ///< empty where there is none
    QList<QByteArrayView> forwardedFor; ///< lines of X-Forwarded-For
    QList<QByteArrayView> forwarded; ///< lines of Forwarded (RFC 7239)
    qint64 length = -1; ///< declared length of the body; -1 where there is none
    QByteArrayView lengthText; ///< its digits; empty where there is none
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
    QByteArray head; ///< request line and fields, secrets masked
    std::chrono::steady_clock::time_point since; ///< when its first byte came
    std::chrono::steady_clock::time_point began; ///< when it was whole
};

/// What is known of a request that is refused.
struct RefusedRequest
{
    Peer peer;
    QString path; ///< without secrets
    QByteArray head; ///< request line and fields as far as known, secrets masked
    qint64 size = 0; ///< bytes of body as far as known
    /// When its first byte came; the epoch where none did.
    std::chrono::steady_clock::time_point since;
};

} // namespace app
