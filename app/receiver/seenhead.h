// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/receiver/framer.h"
#include "app/receiver/headshape.h"
#include "app/receiver/trustedproxies.h"

namespace app {

/// What one connection makes of a request's head beside its framing: who sent it, and the head
/// for the record. Kept while the heads have one shape (headshape.h), as those of one sender mostly
/// have. Receiver thread.
class SeenHead final
{
public:
    explicit SeenHead(const QHostAddress &address);

    /// The other end of the connection.
    const Peer &peer() const { return m_peer; }
    /// Uses another list of proxies.
    void setProxies(const TrustedProxies &proxies);

    /// Looks at the head of a request, whole in `framer`.
    void look(const Framer &framer, const TrustedProxies &proxies);
    /// Forgets that a head was looked at; for the next request.
    void next() { m_isCurrent = false; }

    /// Who sent the request; before its head was looked at, the other end of the connection.
    const Peer &sender() const { return m_isCurrent ? m_sender : m_peer; }
    /// The head for the record, from what `framer` has of it.
    QByteArray masked(const Framer &framer) const;

private:
    QHostAddress m_address;
    Peer m_peer;
    Peer m_sender;
    HeadShape m_shape; ///< of what m_sender and m_masked were made of
    QByteArray m_masked;
    qsizetype m_lengthAt = 0; ///< in m_masked: the length of the body
    qsizetype m_lengthSize = 0;
    bool m_isProxy = false;
    bool m_isCurrent = false;
};

} // namespace app
