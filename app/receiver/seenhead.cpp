// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/seenhead.h"

#include "app/receiver/maskedhead.h"
#include "app/receiver/peer.h"

namespace app {

namespace {

constexpr qsizetype mostKept = 2048; ///< a larger head is made anew each time

} // namespace

SeenHead::SeenHead(const QHostAddress &address) : m_address(address), m_peer(makePeer(address)) { }

void SeenHead::setProxies(const TrustedProxies &proxies)
{
    m_isProxy = proxies.contains(m_address);
    m_peer.excepted = m_isProxy || m_peer.local;
    m_bytes.clear();
}

void SeenHead::look(const Framer &framer, const TrustedProxies &proxies)
{
    m_isCurrent = true;
    if (!m_bytes.isEmpty() && m_bytes == framer.headSeen())
        return;
    const RequestHead &head = framer.head();
    if (m_isProxy) {
        m_sender = proxies.sender(m_peer, head);
    } else {
        m_sender = m_peer;
        // Forwarded by a program here that is not on the list: from wherever it came, not from us.
        if (!head.forwardedFor.isEmpty() || !head.forwarded.isEmpty())
            m_sender.local = false;
    }
    m_masked = maskedHead(framer.headSeen());
    m_bytes = framer.headSeen().size() <= mostKept ? framer.headSeen().toByteArray() : QByteArray();
}

QByteArray SeenHead::masked(const Framer &framer) const
{
    return m_isCurrent ? m_masked : maskedHead(framer.headSeen());
}

} // namespace app
