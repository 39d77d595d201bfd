// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/receiver/request.h"

class QHostAddress;

namespace app {

/// Describes a peer. IPv6 peers are grouped by /64, the smallest block one customer gets
/// (RFC 6177): otherwise one sender has 2^64 addresses to try from. Pure.
Peer makePeer(const QHostAddress &address);

} // namespace app
