// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/receiver/request.h"

class QHostAddress;

namespace app {

/// Describes who is at the other end of a connection. IPv6 peers are grouped by /64, the smallest
/// block one customer gets (RFC 6177): otherwise one sender has 2^64 addresses to try from.
/// Loopback is excepted. Pure.
Peer makePeer(const QHostAddress &address);

/// The senders behind a proxy that does not say who they are, or contradicts itself: one group of
/// their own, so that guessing there has an end and the proxy itself is not shut out. Pure.
Peer unclearPeer(const Peer &proxy);

/// A group of peers for people: an address, a network, or senders behind a proxy. Pure.
QString groupName(const QByteArray &group);

} // namespace app
