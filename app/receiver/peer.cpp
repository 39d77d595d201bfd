// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/peer.h"

#include <QHostAddress>

namespace app {

Peer makePeer(const QHostAddress &address)
{
    Peer peer;
    bool isIpv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIpv4); // also of ::ffff:a.b.c.d
    const QHostAddress plain = isIpv4 ? QHostAddress(ipv4) : address;
    peer.loopback = plain.isLoopback();
    peer.address = plain.toString();
    if (isIpv4) {
        peer.group = QByteArray(reinterpret_cast<const char *>(&ipv4), sizeof ipv4);
    } else {
        const Q_IPV6ADDR bytes = plain.toIPv6Address();
        peer.group = QByteArray(reinterpret_cast<const char *>(&bytes), 8);
    }
    return peer;
}

} // namespace app
