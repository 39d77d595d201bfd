// SPDX-License-Identifier: GPL-3.0-or-later
// How a connection ends: refused in words, out of time, or retired.
#include "app/receiver/intake.h"
#include "app/receiver/passedhead.h"
#include "app/receiver/peerconnection.h"
#include "app/receiver/systemsocket.h"

#include <QTcpSocket>

namespace app {

using namespace std::chrono_literals;

namespace {

/// How long, and for how many bytes, a refused peer may go on talking so that it reads the answer.
constexpr auto lingerTime = 2s;
constexpr qint64 lingerBytes = 512 * 1024;
/// And for how often the largest body besides: a proxy sends all it has before it reads.
constexpr qint64 lingerBodies = 2;

} // namespace

void PeerConnection::cutOffQt()
{
    // Whoever else listens is QHttpServer; by which object depends on its version.
    QObject::disconnect(&m_socket, &QIODevice::readyRead, nullptr, nullptr);
    connect(&m_socket, &QIODevice::readyRead, this, &PeerConnection::onReadyRead);
}

void PeerConnection::refuse(const Answer &answer)
{
    if (m_phase == Phase::Lingering)
        return;
    cutOffQt();
    releaseBody();
    m_phase = Phase::Lingering;
    m_deadline = Clock::now() + lingerTime;
    m_intake.countRefusal({ m_seen.sender(), recordedPath(m_framer.targetSeen()),
                            m_seen.masked(m_framer), m_framer.bodySize(), m_since },
                          answer);
    m_framer.reset(); // nobody needs the head any more
    if (m_socket.state() != QAbstractSocket::ConnectedState)
        return;
    connect(&m_socket, &QIODevice::bytesWritten, this, &PeerConnection::onBytesWritten);
    m_socket.write(serialize(answer, false));
    m_socket.flush();
    onBytesWritten();
    linger();
}

void PeerConnection::onBytesWritten()
{
    if (m_halfClosed || m_socket.bytesToWrite() > 0)
        return;
    m_halfClosed = true;
    // TLS has a closing of its own; its peers have the length of the answer to go by.
    if (m_plain)
        closeSendingHalf(m_socket.socketDescriptor());
}

void PeerConnection::linger()
{
    if (!m_socket.isOpen()) // the peer went while it was told
        return;
    // Of what was refused, too, the credentials may have been right.
    const qint64 held =
            qMin(m_socket.bytesAvailable(), qMax<qint64>(0, m_intake.limits().head - m_thrownAway));
    skipHeld(m_socket, held);
    m_thrownAway += held + m_socket.skip(m_socket.bytesAvailable());
    if (m_thrownAway > lingerBytes + lingerBodies * m_intake.limits().body)
        abort();
}

void PeerConnection::checkDeadline(Clock::time_point now)
{
    if (now < m_deadline)
        return;
    switch (m_phase) {
    case Phase::Head:
        return refuse(refusal(408, QStringLiteral("Head came too slowly")));
    case Phase::Body:
        return refuse(refusal(408, QStringLiteral("Body came too slowly")));
    case Phase::Pending:
        m_keepAlive = false;
        answer(m_request,
               retryLater(503, int(HecCode::ServerBusy),
                          QStringLiteral("The store does not answer"), 10s));
        return;
    case Phase::Handshake:
    case Phase::Lingering:
        return abort();
    case Phase::Idle: // a peer that reads nothing does not stay for its answers either
        return end();
    }
}

void PeerConnection::end()
{
    m_phase = Phase::Lingering;
    m_deadline = Clock::now() + lingerTime;
    m_socket.disconnectFromHost();
}

void PeerConnection::retire()
{
    m_retired = true;
    if (m_phase == Phase::Handshake)
        abort();
    else if (m_phase == Phase::Idle)
        m_socket.disconnectFromHost();
}

void PeerConnection::abort()
{
    m_socket.abort();
    m_socket.deleteLater();
}

} // namespace app
