// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/trustedproxies.h"

#include "app/receiver/forwardedfield.h"
#include "app/receiver/httpgrammar.h"
#include "app/receiver/peer.h"

#include <algorithm>

namespace app {

using Outcome = Forwarding::Outcome;

namespace {

constexpr qsizetype mostNodes = 64; ///< looked at, from the right

/// IPv4 written as IPv6 becomes IPv4.
QHostAddress plain(const QHostAddress &address)
{
    bool isIpv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIpv4);
    return isIpv4 ? QHostAddress(ipv4) : address;
}

bool isIpv4Text(QByteArrayView text)
{
    int dots = 0;
    qsizetype digits = 0;
    for (const char c : text) {
        dots += c == '.' ? 1 : 0;
        digits = c == '.' ? 0 : digits + 1;
        if ((c != '.' && (c < '0' || c > '9')) || digits > 3)
            return false;
    }
    return dots == 3; // QHostAddress would read "1.2" and "7", too
}

bool isIpv6Text(QByteArrayView text)
{
    for (const char c : text) {
        const bool isHex =
                (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
        if (!isHex && c != ':' && c != '.') // no scope either: it means something there, not here
            return false;
    }
    return text.contains(':');
}

bool isPort(QByteArrayView text)
{
    return grammar::isDigits(text) && text.size() <= 5;
}

QHostAddress addressOf(QByteArrayView text)
{
    QHostAddress address;
    if (text.size() > 45 || !address.setAddress(QString::fromLatin1(text)))
        return {};
    return plain(address);
}

} // namespace

QHostAddress parseNode(QByteArrayView node)
{
    if (node.startsWith('[')) {
        const qsizetype end = node.indexOf(']');
        if (end < 0)
            return {};
        const QByteArrayView rest = node.sliced(end + 1);
        const bool isWhole = rest.isEmpty() || (rest.front() == ':' && isPort(rest.sliced(1)));
        const QByteArrayView inner = node.sliced(1, end - 1);
        return isWhole && isIpv6Text(inner) ? addressOf(inner) : QHostAddress();
    }
    if (isIpv6Text(node) && node.indexOf(':') != node.lastIndexOf(':'))
        return addressOf(node);
    const qsizetype colon = node.indexOf(':');
    const QByteArrayView host = colon < 0 ? node : node.first(colon);
    if (!isIpv4Text(host) || (colon >= 0 && !isPort(node.sliced(colon + 1))))
        return {};
    return addressOf(host);
}

TrustedProxies::TrustedProxies(const QStringList &list)
{
    for (const QString &entry : list) {
        const QByteArray text = entry.trimmed().toLatin1();
        const qsizetype slash = text.indexOf('/');
        QHostAddress address = parseNode(slash < 0 ? text : text.first(slash));
        if (address.isNull() || text.contains('[') || (slash < 0 && text.count(':') == 1))
            continue;
        const int most = address.protocol() == QAbstractSocket::IPv4Protocol ? 32 : 128;
        int bits = most;
        if (slash >= 0) {
            const QByteArray width = text.sliced(slash + 1);
            bits = grammar::isDigits(width) && width.size() <= 3 ? width.toInt() : -1;
        }
        if (bits >= 0 && bits <= most)
            m_networks.append({ address, bits });
    }
}

bool TrustedProxies::contains(const QHostAddress &address) const
{
    if (m_networks.isEmpty())
        return false;
    const QHostAddress one = plain(address);
    return std::any_of(m_networks.cbegin(), m_networks.cend(), [&](const auto &network) {
        return one.protocol() == network.first.protocol()
                && one.isInSubnet(network.first, network.second);
    });
}

Forwarding TrustedProxies::walk(const QList<QByteArrayView> &nodes) const
{
    if (nodes.isEmpty())
        return { Outcome::Unclear, {} };
    QHostAddress last;
    const qsizetype least = qMax<qsizetype>(0, nodes.size() - mostNodes);
    for (qsizetype i = nodes.size() - 1; i >= least; --i) {
        last = parseNode(nodes.at(i));
        if (last.isNull())
            return { Outcome::Unclear, {} };
        if (!contains(last))
            break;
    }
    return { Outcome::Known, last };
}

Forwarding TrustedProxies::forwardedFor(const QList<QByteArrayView> &lines) const
{
    if (lines.isEmpty())
        return {};
    QList<QByteArrayView> nodes;
    for (QByteArrayView rest : lines) {
        while (true) {
            const qsizetype comma = rest.indexOf(',');
            nodes.append(grammar::trimmed(comma < 0 ? rest : rest.first(comma)));
            if (comma < 0)
                break;
            rest = rest.sliced(comma + 1);
        }
    }
    return walk(nodes);
}

Forwarding TrustedProxies::forwarded(const QList<QByteArrayView> &lines) const
{
    if (lines.isEmpty())
        return {};
    QByteArray unquoted;
    const auto places = forwardedNodes(lines, unquoted);
    if (!places)
        return { Outcome::Unclear, {} };
    QList<QByteArrayView> nodes;
    for (const ForwardedNode &node : *places)
        nodes.append(QByteArrayView(unquoted).sliced(node.at, node.size));
    return walk(nodes);
}

Peer TrustedProxies::sender(const Peer &proxy, const RequestHead &head) const
{
    const Forwarding one = forwardedFor(head.forwardedFor);
    const Forwarding other = forwarded(head.forwarded);
    if (one.outcome == Outcome::Absent && other.outcome == Outcome::Absent)
        return proxy;
    const Forwarding &said = one.outcome == Outcome::Absent ? other : one;
    const bool agree = one.outcome == Outcome::Absent || other.outcome == Outcome::Absent
            || (one.outcome == other.outcome && one.address == other.address);
    if (said.outcome == Outcome::Unclear || !agree)
        return unclearPeer(proxy);
    Peer peer = makePeer(said.address);
    // Another machine's loopback is not ours.
    peer.local = peer.local && proxy.local;
    peer.excepted = peer.local || contains(said.address);
    return peer;
}

} // namespace app
