// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/peerconnection.h"

#include "app/receiver/connectionlimits.h"
#include "app/receiver/intake.h"
#include "app/receiver/passedhead.h"
#include "app/receiver/systemsocket.h"
#include "app/shared/wipe.h"

#include <QEvent>
#include <QSocketNotifier>
#include <QSslSocket>
#include <QTcpSocket>

namespace app {

using namespace std::chrono_literals;

namespace {

/// What one peek takes; more waits for the next round.
constexpr qint64 peekBytes = 256 * 1024;

Answer pipelinedAnswer()
{
    return refusal(400, QStringLiteral("Request sent before the answer to the last"));
}

} // namespace

PeerConnection::PeerConnection(QTcpSocket &socket, quint64 number, Intake &intake)
    : QObject(&socket), m_socket(socket), m_intake(intake), m_framer(framerLimits(intake.limits())),
      m_seen(socket.peerAddress()), m_number(number), m_generation(intake.generation()),
      m_deadline(Clock::now() + intake.limits().headTime),
      m_plain(qobject_cast<QSslSocket *>(&socket) == nullptr)
{
    m_seen.setProxies(intake.proxies());
    m_socket.setReadBufferSize(readBuffer(intake.limits()));
    connect(&m_socket, &QIODevice::readyRead, this, &PeerConnection::onReadyRead);
    connect(&m_socket, &QTcpSocket::disconnected, &m_socket, &QObject::deleteLater);
}

PeerConnection::~PeerConnection()
{
    releaseBody();
}

void PeerConnection::open()
{
    m_phase = Phase::Idle;
    m_idleSince = Clock::now();
    m_deadline = m_idleSince + m_intake.limits().headTime;
    QSocketNotifier *const reader = m_plain ? readerOf(m_socket) : nullptr;
    if (reader != nullptr)
        reader->installEventFilter(this);
}

bool PeerConnection::eventFilter(QObject *, QEvent *event)
{
    if (event->type() == QEvent::SockAct && m_phase == Phase::Pending
        && hasEnded(m_socket.socketDescriptor()))
        emit halfClosed();
    return false;
}

void PeerConnection::onReadyRead()
{
    switch (m_phase) {
    case Phase::Idle:
        if (m_generation != m_intake.generation())
            takeSettings();
        m_phase = Phase::Head;
        m_since = Clock::now();
        m_deadline = m_since + m_intake.limits().headTime;
        [[fallthrough]];
    case Phase::Head:
    case Phase::Body:
        return look();
    case Phase::Pending: // its own answer first, then the refusal
        m_pipelined = true;
        return cutOffQt();
    case Phase::Handshake:
    case Phase::Lingering:
        return linger();
    }
}

void PeerConnection::look()
{
    const qint64 available = m_socket.bytesAvailable();
    bool isMore = false;
    if (m_phase == Phase::Body && !m_framer.head().chunked) {
        isMore = m_framer.skip(available) < available;
    } else {
        // QHttpServer reads all there is in the slot after ours, so all of it is looked at.
        static thread_local QByteArray bytes;
        const bool inHead = m_phase == Phase::Head;
        bytes.resize(available);
        const qint64 size = qMax<qint64>(0, m_socket.peek(bytes.data(), available));
        const bool isLetIn = lookAt(QByteArrayView(bytes).first(size), isMore);
        if (inHead)
            wipe(bytes.data(), qMin(size, m_intake.limits().head));
        if (bytes.size() > peekBytes)
            bytes = {}; // room for one large body is not kept for ever
        if (!isLetIn)
            return;
    }
    if (m_framer.state() == Framer::State::Broken) {
        const Violation &violation = m_framer.violation();
        return refuse(refusal(violation.status, QString::fromLatin1(violation.cause)));
    }
    if (!chargeBody())
        return refuse(retryLater(503, int(HecCode::ServerBusy),
                                 QStringLiteral("Too many bodies under way"), 2s));
    if (isMore) // neither is acted on: what was meant is in doubt
        return refuse(pipelinedAnswer());
    if (m_framer.state() == Framer::State::Complete)
        emit admitted(this);
}

bool PeerConnection::lookAt(QByteArrayView bytes, bool &isMore)
{
    const bool inHead = m_phase == Phase::Head;
    qsizetype taken = m_framer.feed(bytes);
    if (m_framer.state() == Framer::State::HeadComplete) {
        if (!judgeHead(taken < bytes.size()))
            return false;
        passHead(m_socket, taken, m_framer);
        m_framer.blankSecret();
        taken += m_framer.feed(bytes.sliced(taken));
    } else if (inHead) {
        skipHeld(m_socket, taken);
    }
    isMore = taken < bytes.size();
    return true;
}

bool PeerConnection::judgeHead(bool bodyFollows)
{
    m_seen.look(m_framer, m_intake.proxies());
    if (auto answer = m_intake.judge(m_framer.head(), m_seen.sender())) {
        refuse(*answer);
        return false;
    }
    m_framer.takeBody();
    if (m_framer.state() != Framer::State::Body)
        return true;
    m_phase = Phase::Body;
    m_deadline = Clock::now() + m_intake.limits().bodyTime;
    if (m_framer.head().expectsContinue && !bodyFollows) {
        m_socket.write("HTTP/1.1 100 Continue\r\n\r\n");
        m_socket.flush();
    }
    return true;
}

bool PeerConnection::chargeBody()
{
    const qint64 size = m_framer.bodySize();
    qint64 &inFlight = m_intake.gauges().bodiesInFlight;
    inFlight += size - m_charged;
    m_charged = size;
    return inFlight <= m_intake.limits().bodiesInFlight;
}

void PeerConnection::releaseBody()
{
    m_intake.gauges().bodiesInFlight -= m_charged;
    m_charged = 0;
}

void PeerConnection::take(const QByteArray &body)
{
    const RequestHead &head = m_framer.head();
    if (m_framer.state() != Framer::State::Complete || body.size() != m_framer.bodySize()) {
        // The two readers disagree about where the body ends: trust neither.
        return refuse(refusal(400, QStringLiteral("Body could not be read")));
    }
    m_phase = Phase::Pending;
    // A store that never answers must not hold the sender for ever.
    const auto now = Clock::now();
    m_deadline = now + m_intake.limits().idleTime;
    m_keepAlive = head.keepAlive;
    Request request;
    request.ticket = { m_number, ++m_request };
    request.peer = m_seen.sender();
    request.route = findRoute(head.target).route;
    request.contentEncoding = head.contentEncoding.toByteArray();
    request.body = body;
    request.head = m_seen.masked(m_framer);
    request.since = m_since;
    request.began = now;
    if (const auto atOnce = m_intake.take(std::move(request)))
        answer(m_request, *atOnce);
}

bool PeerConnection::answer(quint64 request, const Answer &answer)
{
    if (m_phase != Phase::Pending || request != m_request)
        return false;
    releaseBody();
    const bool keepAlive = m_keepAlive && !m_retired && !answer.close;
    send(serialize(answer, keepAlive || m_pipelined));
    if (m_pipelined) {
        refuse(pipelinedAnswer());
    } else if (keepAlive) {
        next();
    } else {
        end();
    }
    return true;
}

void PeerConnection::send(const QByteArray &bytes)
{
    qsizetype sent = 0;
    if (m_plain && m_socket.bytesToWrite() == 0)
        sent = sendNow(m_socket.socketDescriptor(), bytes);
    if (sent == bytes.size())
        return;
    m_socket.write(bytes.sliced(sent)); // also tells Qt of an error
    m_socket.flush();
}

void PeerConnection::next()
{
    m_framer.reset();
    m_seen.next();
    m_since = {};
    m_phase = Phase::Idle;
    m_idleSince = Clock::now();
    m_deadline = m_idleSince + m_intake.limits().idleTime;
}

void PeerConnection::takeSettings()
{
    m_generation = m_intake.generation();
    m_framer.reset(framerLimits(m_intake.limits()));
    m_seen.setProxies(m_intake.proxies());
    m_socket.setReadBufferSize(readBuffer(m_intake.limits()));
}

} // namespace app
