// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/seenhead.h"

#include "app/receiver/maskedhead.h"
#include "app/receiver/peer.h"
#include "app/receiver/routes.h"

#include <optional>

namespace app {

namespace {

constexpr qsizetype mostKept = 2048; ///< a larger head is made anew each time

/// The head with the only place where one that is let in holds the secret; nothing where that
/// cannot be told, or where a length is as long as what is masked.
std::optional<HeadShape::Head> parts(const Framer &framer)
{
    constexpr qsizetype mostDigits = 15;
    const RequestHead &head = framer.head();
    if (head.lengthText.size() > mostDigits)
        return {};
    const Target target = findRoute(head.target);
    if (target.route == Route::Hook) {
        if (!head.authorization.isEmpty())
            return {}; // two that may be one
        return HeadShape::Head { framer.headSeen(), target.secret, head.lengthText };
    }
    // The scheme is part of what is kept for the record.
    const qsizetype space = head.authorization.indexOf(' ');
    return HeadShape::Head { framer.headSeen(), head.authorization.sliced(space + 1),
                             head.lengthText };
}

/// Where the digits of a head stand in the head for the record, which has a line for each of its
/// lines; -1 where it does not end that line there, too.
qsizetype placeInMasked(const QByteArray &masked, const HeadShape::Head &head)
{
    const qsizetype before = head.length.data() - head.bytes.data();
    qsizetype begin = 0;
    for (qsizetype line = head.bytes.first(before).count('\n'); line > 0; --line) {
        const qsizetype end = masked.indexOf('\n', begin);
        if (end < 0) // cut off
            return -1;
        begin = end + 1;
    }
    const qsizetype at = masked.indexOf('\n', begin) - head.length.size();
    const bool isThere =
            at > begin && QByteArrayView(masked).sliced(at, head.length.size()) == head.length;
    return isThere ? at : -1;
}

} // namespace

SeenHead::SeenHead(const QHostAddress &address) : m_address(address), m_peer(makePeer(address)) { }

void SeenHead::setProxies(const TrustedProxies &proxies)
{
    m_isProxy = proxies.contains(m_address);
    m_peer.excepted = m_isProxy || m_peer.local;
    m_shape.forget();
}

void SeenHead::look(const Framer &framer, const TrustedProxies &proxies)
{
    m_isCurrent = true;
    const RequestHead &head = framer.head();
    const std::optional<HeadShape::Head> shape = parts(framer);
    if (shape && m_shape.fits(*shape)) {
        if (!head.lengthText.isEmpty())
            m_masked.replace(m_lengthAt, m_lengthSize, head.lengthText);
        m_lengthSize = head.lengthText.size();
        return;
    }
    if (m_isProxy) {
        m_sender = proxies.sender(m_peer, head);
    } else {
        m_sender = m_peer;
        // Forwarded by a program here that is not on the list: from wherever it came, not from us.
        if (!head.forwardedFor.isEmpty() || !head.forwarded.isEmpty())
            m_sender.local = false;
    }
    m_masked = maskedHead(framer.headSeen());
    m_shape.forget();
    m_lengthSize = head.lengthText.size();
    m_lengthAt = shape && m_lengthSize > 0 ? placeInMasked(m_masked, *shape) : 0;
    if (shape && m_lengthAt >= 0 && shape->bytes.size() <= mostKept)
        m_shape.keep(*shape);
}

QByteArray SeenHead::masked(const Framer &framer) const
{
    return m_isCurrent ? m_masked : maskedHead(framer.headSeen());
}

} // namespace app
