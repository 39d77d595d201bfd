// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/intake.h"

#include "app/receiver/gunzip.h"
#include "app/receiver/httpgrammar.h"

#include <QJsonDocument>

namespace app {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

namespace {

/// For how long a failed commit or a full queue makes /readyz say no.
constexpr auto failureLasts = 10s;

/// The path of an event route for the record, without secrets.
QString pathOf(Route route)
{
    switch (route) {
    case Route::Webhook:
        return QStringLiteral("/webhook");
    case Route::Hook:
        return QStringLiteral("/hook/…");
    default:
        return QStringLiteral("/services/collector");
    }
}

bool isIdentity(QByteArrayView encoding)
{
    return encoding.isEmpty() || grammar::equalsIgnoringCase(encoding, "identity");
}

bool isGzip(QByteArrayView encoding)
{
    return grammar::equalsIgnoringCase(encoding, "gzip")
            || grammar::equalsIgnoringCase(encoding, "x-gzip"); // RFC 9110, 8.4.1.3
}

} // namespace

Intake::Intake(models::DeliverySink &sink) : m_sink(sink), m_refusals(sink) { }

void Intake::configure(const models::ReceiverSettings &settings,
                       const models::ReceiverSecrets &secrets)
{
    m_settings = settings;
    m_authenticator.configure(settings.auth, secrets);
}

std::optional<Answer> Intake::judge(const RequestHead &head, const Peer &peer)
{
    const auto shutOut = m_rateLimiter.shutOut(peer, Clock::now());
    if (shutOut > 0s)
        return retryLater(429, 429, QStringLiteral("Too many refused attempts"), shutOut);
    const Target target = findRoute(head.target);
    const bool isOpen = target.route != Route::Hook
            || m_authenticator.mode() == models::AuthMode::Url; // else there is no such address
    if (target.route == Route::Unknown || !isOpen)
        return refusal(404, QStringLiteral("No such address"));
    const QByteArray allowed = allowedMethods(target.route);
    if (head.method != allowed) {
        Answer answer = refusal(405, QStringLiteral("Method not allowed"));
        answer.fields = "Allow: " + allowed + "\r\n";
        return answer;
    }
    if (target.route == Route::Metrics && !peer.loopback)
        return refusal(403, QStringLiteral("Metrics are for this machine only"));
    if (head.webSocket) // QHttpServer hangs up on these without an answer
        return refusal(400, QStringLiteral("No WebSocket here"));
    if (!takesEvents(target.route)) {
        if (head.chunked || head.length > 0)
            return refusal(400, QStringLiteral("No body is taken here"));
        return {};
    }
    if (auto answer = judgeCredentials(target, head, peer))
        return answer;
    return judgeBody(head);
}

std::optional<Answer> Intake::judgeCredentials(const Target &target, const RequestHead &head,
                                               const Peer &peer)
{
    const bool isHec = target.route == Route::Collector;
    switch (m_authenticator.check(target, head.authorization, models::now())) {
    case Credentials::Accepted:
        return {};
    case Credentials::Missing: // no guess at a secret, so not counted
        return credentialsRefused(401, HecCode::TokenRequired, QStringLiteral("Token is required"));
    case Credentials::Malformed:
        m_rateLimiter.countFailure(peer, Clock::now());
        return credentialsRefused(401, HecCode::InvalidAuthorization,
                                  QStringLiteral("Invalid authorization"));
    case Credentials::Wrong:
        break;
    }
    m_rateLimiter.countFailure(peer, Clock::now());
    return credentialsRefused(isHec ? 403 : 401, HecCode::InvalidToken,
                              QStringLiteral("Invalid token"));
}

std::optional<Answer> Intake::judgeBody(const RequestHead &head) const
{
    if (!isIdentity(head.contentEncoding) && !isGzip(head.contentEncoding))
        return refusal(415, QStringLiteral("Content encoding not known"));
    if (!head.chunked && head.length < 0)
        return refusal(411, QStringLiteral("Length required"));
    if (head.length > limits().body)
        return refusal(413, QStringLiteral("Body too large"));
    return {};
}

std::optional<Answer> Intake::take(Request request)
{
    if (!takesEvents(request.route))
        return state(request.route);
    return takeEvents(std::move(request));
}

std::optional<Answer> Intake::unpack(Request &request) const
{
    if (!isGzip(request.contentEncoding))
        return {};
    Unpacked unpacked = gunzip(request.body, limits().body);
    if (unpacked.outcome == Unpacked::Outcome::TooLarge)
        return refusal(413, QStringLiteral("Body too large"));
    if (unpacked.outcome == Unpacked::Outcome::Damaged)
        return refusal(400, int(HecCode::InvalidDataFormat), QStringLiteral("Body is not gzip"));
    request.body = std::move(unpacked.bytes);
    return {};
}

std::optional<Answer> Intake::takeEvents(Request request)
{
    const QString path = pathOf(request.route);
    if (auto answer = unpack(request)) {
        countRefusal(request.peer, path, *answer, request.body.size(), request.body);
        return answer;
    }
    models::Delivery delivery;
    delivery.decoded = models::decodeBody(request.body, { limits().depth });
    if (delivery.decoded.events.isEmpty()) {
        const Answer answer = refuseBody(request.body, delivery.decoded);
        countRefusal(request.peer, path, answer, request.body.size(), request.body);
        return answer;
    }
    delivery.ticket = request.ticket;
    delivery.received = models::now();
    delivery.peer = request.peer.address;
    delivery.path = path;
    if (m_sink.submit(std::move(delivery)))
        return {};
    m_storeFailed = Clock::now();
    const Answer answer =
            retryLater(503, int(HecCode::ServerBusy), QStringLiteral("Server is busy"), 2s);
    countRefusal(request.peer, path, answer, request.body.size());
    return answer;
}

Answer Intake::refuseBody(const QByteArray &body, const models::DecodedBody &decoded)
{
    if (body.trimmed().isEmpty())
        return refusal(400, int(HecCode::NoData), QStringLiteral("No data"));
    const models::RefusedPart part = decoded.refused.value(0);
    const bool isObject = QJsonDocument::fromJson(part.bytes).isObject();
    const HecCode code = isObject ? HecCode::EventRequired : HecCode::InvalidDataFormat;
    return refusal(400, int(code),
                   part.reason.isEmpty() ? QStringLiteral("No event in the body") : part.reason);
}

Answer Intake::settle(const models::Receipt &receipt)
{
    if (receipt.failure.isEmpty()) {
        m_storeFailed.reset();
        ++m_counters.accepted;
        m_counters.events += quint64(receipt.stored);
        m_counters.repeated += quint64(receipt.repeated);
        m_counters.lastAccepted = models::now();
    } else {
        m_storeFailed = Clock::now();
        ++m_counters.refused;
        m_counters.lastRefusal = receipt.failure;
    }
    return receiptAnswer(receipt);
}

bool Intake::canStore() const
{
    return !m_storeFailed || Clock::now() - *m_storeFailed > failureLasts;
}

Answer Intake::state(Route route)
{
    Answer answer;
    if (route == Route::Metrics) {
        answer.plainText = true;
        answer.body = metricsText(m_counters, m_gauges);
        return answer;
    }
    if (route != Route::Health && !canStore()) {
        answer = retryLater(503, int(HecCode::ServerBusy), QStringLiteral("Cannot store now"), 10s);
        answer.cause.clear(); // the state of the store, not a refused request
        return answer;
    }
    answer.body = route == Route::CollectorHealth
            ? QByteArrayLiteral("{\"text\":\"HEC is healthy\",\"code\":17}")
            : QByteArrayLiteral("{\"text\":\"Success\",\"code\":0}");
    return answer;
}

void Intake::countRefusal(const Peer &peer, const QString &path, const Answer &answer, qint64 size,
                          const QByteArray &body)
{
    ++m_counters.refused;
    m_counters.lastRefusal = answer.cause;
    models::Refusal refusal;
    refusal.received = models::now();
    refusal.peer = peer.address;
    refusal.path = path;
    refusal.status = answer.status;
    refusal.cause = answer.cause;
    refusal.size = size;
    refusal.body = body;
    m_refusals.add(std::move(refusal), Clock::now());
}

void Intake::tick()
{
    m_refusals.flush(Clock::now());
}

void Intake::finish()
{
    m_refusals.flushAll();
}

} // namespace app
