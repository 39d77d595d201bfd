// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes may stand in X-Forwarded-For and Forwarded: they name an address or nobody.
// The first line of an input goes into both as one line, the others as further lines.
#include "app/receiver/maskedhead.h"
#include "app/receiver/peer.h"
#include "app/receiver/trustedproxies.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    using Outcome = app::Forwarding::Outcome;
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const app::TrustedProxies proxies({ QStringLiteral("10.0.0.0/8"), QStringLiteral("::1") });
    const QByteArrayList lines = bytes.split('\n');
    app::RequestHead head;
    for (const QByteArray &line : lines)
        head.forwardedFor.append(line);
    head.forwarded = head.forwardedFor;
    for (const auto &said :
         { proxies.forwardedFor(head.forwardedFor), proxies.forwarded(head.forwarded) }) {
        if (said.outcome == Outcome::Absent
            || said.address.isNull() == (said.outcome == Outcome::Known))
            std::abort();
    }
    const app::Peer proxy = app::makePeer(QHostAddress(QStringLiteral("10.0.0.1")));
    const app::Peer peer = proxies.sender(proxy, head);
    if (peer.address.isEmpty() || peer.group.isEmpty() || peer.local)
        std::abort();
    const QByteArray masked = app::maskedHead(bytes, 1024);
    if (masked.size() > 1024)
        std::abort();
    for (const char c : masked) {
        if (c != '\n' && (c < 0x20 || c > 0x7e))
            std::abort();
    }
    return 0;
}
