// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/peer.h"

#include <QCoreApplication>
#include <QHostAddress>

#include <cstring>

namespace app {

namespace {

constexpr qsizetype ipv4Size = 4; // bytes of a group
constexpr qsizetype networkSize = 8; // the first half of an IPv6 address
constexpr char unclearMark = '?'; // behind one of those

} // namespace

Peer makePeer(const QHostAddress &address)
{
    Peer peer;
    bool isIpv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIpv4); // also of ::ffff:a.b.c.d
    const QHostAddress plain = isIpv4 ? QHostAddress(ipv4) : address;
    peer.local = plain.isLoopback();
    peer.excepted = peer.local;
    peer.address = plain.toString();
    if (isIpv4) {
        peer.group = QByteArray(reinterpret_cast<const char *>(&ipv4), ipv4Size);
    } else {
        const Q_IPV6ADDR bytes = plain.toIPv6Address();
        peer.group = QByteArray(reinterpret_cast<const char *>(&bytes), networkSize);
    }
    return peer;
}

Peer unclearPeer(const Peer &proxy)
{
    Peer peer = proxy;
    peer.group.append(unclearMark);
    peer.local = false;
    peer.excepted = false;
    return peer;
}

QString groupName(const QByteArray &group)
{
    if (group.size() == ipv4Size) {
        quint32 ipv4 = 0;
        std::memcpy(&ipv4, group.constData(), sizeof ipv4);
        return QHostAddress(ipv4).toString();
    }
    if (group.size() == networkSize) {
        Q_IPV6ADDR bytes {};
        std::memcpy(&bytes, group.constData(), networkSize);
        return QHostAddress(bytes).toString() + QStringLiteral("/64");
    }
    if (group.size() > ipv4Size && group.back() == unclearMark) {
        return QCoreApplication::translate("app::Receiver", "unknown senders behind %1")
                .arg(groupName(group.chopped(1)));
    }
    return {};
}

} // namespace app
