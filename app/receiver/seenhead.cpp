// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/seenhead.h"

#include "app/receiver/maskedhead.h"
#include "app/receiver/peer.h"
#include "app/receiver/routes.h"
#include "app/shared/wipe.h"

namespace app {

namespace {

constexpr qsizetype mostKept = 2048; ///< a larger head is made anew each time

} // namespace

SeenHead::SeenHead(const QHostAddress &address) : m_address(address), m_peer(makePeer(address)) { }

SeenHead::~SeenHead()
{
    forget();
}

/// A head that is refused, which is looked at as well, may hold the secret anywhere.
void SeenHead::forget()
{
    wipe(m_bytes);
    m_bytes.resize(0);
}

void SeenHead::setProxies(const TrustedProxies &proxies)
{
    m_isProxy = proxies.contains(m_address);
    m_peer.excepted = m_isProxy || m_peer.local;
    forget();
}

void SeenHead::look(const Framer &framer, const TrustedProxies &proxies)
{
    m_isCurrent = true;
    if (isSame(framer))
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
    forget();
    m_secret = secretPlace(framer);
    const QByteArrayView bytes = framer.headSeen();
    if (bytes.size() > mostKept || m_secret.size < 0)
        return;
    m_bytes.append(bytes.first(m_secret.at)); // never the secret itself
    m_bytes.append(bytes.sliced(m_secret.at + m_secret.size));
}

/// The only place where a head that is let in holds the secret. Size -1: not to be told.
SeenHead::Place SeenHead::secretPlace(const Framer &framer)
{
    const RequestHead &head = framer.head();
    const Target target = findRoute(head.target);
    QByteArrayView secret = target.secret;
    if (target.route != Route::Hook) {
        // The scheme is part of what is kept for the record.
        const qsizetype space = head.authorization.indexOf(' ');
        secret = head.authorization.sliced(space + 1);
    } else if (!head.authorization.isEmpty()) {
        return { 0, -1 }; // two that may be one
    }
    if (secret.isEmpty())
        return {};
    return { secret.data() - framer.headSeen().data(), secret.size() };
}

bool SeenHead::isSame(const Framer &framer) const
{
    const QByteArrayView bytes = framer.headSeen();
    if (m_bytes.isEmpty() || bytes.size() != m_bytes.size() + m_secret.size
        || secretPlace(framer) != m_secret)
        return false;
    const QByteArrayView kept(m_bytes);
    return kept.first(m_secret.at) == bytes.first(m_secret.at)
            && kept.sliced(m_secret.at) == bytes.sliced(m_secret.at + m_secret.size);
}

QByteArray SeenHead::masked(const Framer &framer) const
{
    return m_isCurrent ? m_masked : maskedHead(framer.headSeen());
}

} // namespace app
