// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/receiver/request.h"

#include <QHostAddress>
#include <QStringList>

namespace app {

/// What a field of forwarding says of the sender.
struct Forwarding
{
    enum class Outcome : quint8 {
        Absent, ///< no such field
        Known, ///< the sender's address
        Unclear, ///< not readable, or it names nobody ("unknown", an obfuscated name)
    };
    Outcome outcome = Outcome::Absent;
    QHostAddress address; ///< only where Known
};

/// The proxies whose word on the sender is believed, and what they say. Nothing is trusted by
/// itself, loopback neither. Pure; any thread.
class TrustedProxies final
{
public:
    TrustedProxies() = default;
    /// Addresses ("192.0.2.7", "2001:db8::1") and networks ("10.0.0.0/8"). What cannot be read
    /// trusts nobody; models::validate tells the person.
    explicit TrustedProxies(const QStringList &list);

    bool isEmpty() const { return m_networks.isEmpty(); }
    /// True for a proxy of the list; an IPv4 address in its IPv6 form counts as IPv4.
    bool contains(const QHostAddress &address) const;

    /// Who sent a request that came from `proxy`, one of the list. Each field is walked from the
    /// right, where the nearest proxy wrote, past trusted ones; the first that is not trusted is
    /// the sender, and where all are it is the leftmost. Where nobody is named it is the proxy
    /// itself; where a field cannot be read, or X-Forwarded-For and Forwarded name different
    /// senders, it is unclearPeer(): a proxy that writes one of the two passes the other on as it
    /// came, so a sender could pick its own address, or frame another's.
    Peer sender(const Peer &proxy, const RequestHead &head) const;

    /// X-Forwarded-For: several lines are one list (RFC 9110, 5.3).
    Forwarding forwardedFor(const QList<QByteArrayView> &lines) const;
    /// Forwarded (RFC 7239), its "for" parameters.
    Forwarding forwarded(const QList<QByteArrayView> &lines) const;

private:
    Forwarding walk(const QList<QByteArrayView> &nodes) const;

    QList<std::pair<QHostAddress, int>> m_networks; ///< with the bits that count
};

/// Reads a node as proxies write it: an IPv4 address, an IPv6 address bare or in brackets, and a
/// port behind IPv4 or brackets (RFC 7239, 6). Null where it is none of these. Pure.
QHostAddress parseNode(QByteArrayView node);

} // namespace app
