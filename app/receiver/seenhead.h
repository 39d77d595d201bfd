// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/receiver/framer.h"
#include "app/receiver/trustedproxies.h"

namespace app {

/// What one connection makes of a request's head beside its framing: who sent it, and the head
/// for the record. Kept while the heads are the same byte for byte but for the secret, which is
/// not kept, as those of one sender mostly are. Receiver thread.
class SeenHead final
{
public:
    explicit SeenHead(const QHostAddress &address);
    ~SeenHead();
    Q_DISABLE_COPY_MOVE(SeenHead)

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
    /// A part of a head by its place.
    struct Place
    {
        qsizetype at = 0;
        qsizetype size = 0;
        bool operator==(const Place &) const = default;
    };
    static Place secretPlace(const Framer &framer);
    bool isSame(const Framer &framer) const;
    void forget();

    QByteArray m_bytes; ///< what m_sender and m_masked were made of, the secret taken out
    Place m_secret; ///< where it was
    QByteArray m_masked;
    bool m_isProxy = false;
    bool m_isCurrent = false;
};

} // namespace app
