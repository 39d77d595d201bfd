// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/receiver/answer.h"
#include "app/receiver/authenticator.h"
#include "app/receiver/metrics.h"
#include "app/receiver/ratelimiter.h"
#include "app/receiver/refusallog.h"
#include "app/receiver/trustedproxies.h"
#include "models/settings/settings.h"

#include <optional>

namespace app {

/// What the receiver does with requests, free of sockets: judges heads, turns bodies into
/// deliveries, receipts into answers, and counts. Lives on the receiver thread.
class Intake final
{
public:
    explicit Intake(models::DeliverySink &sink);

    /// Who is let in, and how much of it, from now on. Limits that make no sense are brought into
    /// bounds; a request under way keeps those it began with.
    void configure(const models::ReceiverSettings &settings,
                   const models::ReceiverSecrets &secrets);

    /// Judges a request by its head alone: shut-out peers, route, method, who may ask for it,
    /// credentials, encoding, length, in this order. `peer` is the sender, as a trusted proxy
    /// names it. Nothing: let the body come. A refusal closes the connection.
    std::optional<Answer> judge(const RequestHead &head, const Peer &peer);

    /// Takes a whole request whose head was admitted. An answer now, or nothing where a delivery
    /// went to the sink: its receipt will follow.
    std::optional<Answer> take(Request request);

    /// Makes the answer of a receipt and counts it, whether or not the sender still waits.
    Answer settle(const models::Receipt &receipt);

    /// Counts a refusal and puts it on record.
    void countRefusal(const RefusedRequest &request, const Answer &answer);

    /// Who is shut out now, and how to let one in again.
    QList<models::Ban> bans() const;
    void liftBan(const QByteArray &group) { m_rateLimiter.lift(group); }

    /// Records folded refusals whose window is over; about once a second.
    void tick();
    /// Records all folded refusals, at the end.
    void finish();

    const models::ReceiverLimits &limits() const { return m_settings.limits; }
    const TrustedProxies &proxies() const { return m_proxies; }
    /// Grows with each configure().
    quint64 generation() const { return m_generation; }
    const models::ReceiverCounters &counters() const { return m_counters; }
    /// Kept up to date by the gate.
    Gauges &gauges() { return m_gauges; }

private:
    std::optional<Answer> judgeCredentials(const Target &target, const RequestHead &head,
                                           const Peer &peer);
    std::optional<Answer> judgeBody(const RequestHead &head) const;
    std::optional<Answer> takeEvents(Request request);
    models::Delivery deliver(Request &request) const;
    void countStatus(int status);
    Answer state(Route route);
    bool canStore() const;

    models::DeliverySink &m_sink;
    models::ReceiverSettings m_settings;
    Authenticator m_authenticator;
    RateLimiter m_rateLimiter;
    TrustedProxies m_proxies;
    RefusalLog m_refusals;
    models::ReceiverCounters m_counters;
    Gauges m_gauges;
    std::optional<std::chrono::steady_clock::time_point> m_storeFailed;
    quint64 m_generation = 0;
};

} // namespace app
