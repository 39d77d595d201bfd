// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/receiver/answer.h"
#include "app/receiver/authenticator.h"
#include "app/receiver/metrics.h"
#include "app/receiver/ratelimiter.h"
#include "app/receiver/refusallog.h"
#include "models/settings/settings.h"

#include <optional>

namespace app {

/// What the receiver does with requests, free of sockets: judges heads, turns bodies into
/// deliveries, receipts into answers, and counts. Lives on the receiver thread.
class Intake final
{
public:
    explicit Intake(models::DeliverySink &sink);

    /// Who is let in, and how much of it, from now on. Connections keep the limits they began with.
    void configure(const models::ReceiverSettings &settings,
                   const models::ReceiverSecrets &secrets);

    /// Judges a request by its head alone: shut-out peers, route, method, credentials, encoding,
    /// length, in this order. Nothing: let the body come. A refusal closes the connection.
    std::optional<Answer> judge(const RequestHead &head, const Peer &peer);

    /// Takes a whole request whose head was admitted. An answer now, or nothing where a delivery
    /// went to the sink: its receipt will follow.
    std::optional<Answer> take(Request request);

    /// Makes the answer of a receipt and counts it, whether or not the sender still waits.
    Answer settle(const models::Receipt &receipt);

    /// Counts a refusal and puts it on record. `size`: bytes of body as far as known.
    void countRefusal(const Peer &peer, const QString &path, const Answer &answer, qint64 size,
                      const QByteArray &body = {});

    /// Records folded refusals whose window is over; about once a second.
    void tick();
    /// Records all folded refusals, at the end.
    void finish();

    const models::ReceiverLimits &limits() const { return m_settings.limits; }
    const models::ReceiverCounters &counters() const { return m_counters; }
    /// Kept up to date by the gate.
    Gauges &gauges() { return m_gauges; }

private:
    std::optional<Answer> judgeCredentials(const Target &target, const RequestHead &head,
                                           const Peer &peer);
    std::optional<Answer> judgeBody(const RequestHead &head) const;
    std::optional<Answer> takeEvents(Request request);
    std::optional<Answer> unpack(Request &request) const;
    Answer state(Route route);
    static Answer refuseBody(const QByteArray &body, const models::DecodedBody &decoded);
    bool canStore() const;

    models::DeliverySink &m_sink;
    models::ReceiverSettings m_settings;
    Authenticator m_authenticator;
    RateLimiter m_rateLimiter;
    RefusalLog m_refusals;
    models::ReceiverCounters m_counters;
    Gauges m_gauges;
    std::optional<std::chrono::steady_clock::time_point> m_storeFailed;
};

} // namespace app
