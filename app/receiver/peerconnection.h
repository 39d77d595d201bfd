// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/receiver/answer.h"
#include "app/receiver/framer.h"
#include "app/receiver/seenhead.h"

#include <QObject>

#include <chrono>

class QTcpSocket;

namespace app {

class Intake;

/// One connection behind the gate: watches what comes before QHttpServer sees it, holds the
/// deadlines, writes the answers. A child of its socket, so it goes with it. Receiver thread.
///
/// QHttpServer reads the same socket. It is kept honest by the order of slots: ours is connected
/// to readyRead before Qt's own, looks at the new bytes with peek(), and cuts Qt's slot off
/// before it runs when the bytes are not what we let in.
class PeerConnection final : public QObject
{
    Q_OBJECT
public:
    using Clock = std::chrono::steady_clock;
    enum class Phase : quint8 {
        Handshake, ///< TLS is being agreed on
        Idle, ///< between requests
        Head,
        Body,
        Pending, ///< a whole request waits for its answer
        Lingering, ///< refused: the answer is on its way, what still comes is thrown away
    };

    static constexpr std::chrono::seconds quietAfter { 1 };

    /// Numbers are unique within the process. Connects to the socket's readyRead at once.
    PeerConnection(QTcpSocket &socket, quint64 number, Intake &intake);
    ~PeerConnection() override;

    /// The handshake is done, or there is none.
    void open();
    /// The request that QHttpServer parsed from what was let in; answers it or submits it.
    void take(const QByteArray &body);
    /// Writes the answer to a pending request; false: it is no longer pending.
    bool answer(quint64 request, const Answer &answer);
    /// Refuses whatever is under way, in words, and closes.
    void refuse(const Answer &answer);
    /// Does what is due at `now`.
    void checkDeadline(Clock::time_point now);
    /// Closes as soon as nothing is under way.
    void retire();
    /// Ends at once.
    void abort();

    quint64 number() const { return m_number; }
    const Peer &peer() const { return m_seen.peer(); }
    Phase phase() const { return m_phase; }
    /// The request under way; what waits for its answer while Phase::Pending.
    models::Ticket ticket() const { return { m_number, m_request }; }
    /// Nothing has come or gone for a while: somebody else may wait for it (see IdleWatch).
    bool isQuiet(Clock::time_point now) const
    {
        return m_phase == Phase::Idle && now - m_idleSince >= quietAfter;
    }
    QTcpSocket &socket() { return m_socket; }
    Clock::time_point deadline() const { return m_deadline; }
    /// True once a request on it was answered: then closing it while idle loses nothing.
    bool hasServed() const { return m_request > 0; }

signals:
    /// A whole request passed; QHttpServer parses it in the slot that follows ours.
    void admitted(app::PeerConnection *connection);
    /// The peer ended its sending half while a request waits for its answer; Qt's socket, still
    /// open in the slot, ends with it. Not with TLS.
    void halfClosed();

protected:
    /// Of Qt's notifier for reading, before Qt reads.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void onReadyRead();
    void onBytesWritten();
    void look();
    bool lookAt(QByteArrayView bytes, bool &isMore);
    bool judgeHead(bool bodyFollows);
    bool chargeBody();
    void releaseBody();
    void cutOffQt();
    void linger();
    void end();
    void send(const QByteArray &bytes);
    void next();
    void takeSettings();

    QTcpSocket &m_socket;
    Intake &m_intake;
    Framer m_framer;
    SeenHead m_seen;
    quint64 m_number;
    quint64 m_request = 0;
    qint64 m_charged = 0; ///< bytes of body counted as in flight
    qint64 m_thrownAway = 0;
    quint64 m_generation; ///< of the intake's settings in use here
    Clock::time_point m_since; ///< when the request's first byte came
    Clock::time_point m_deadline;
    Clock::time_point m_idleSince;
    Phase m_phase = Phase::Handshake;
    const bool m_plain; ///< no TLS
    bool m_keepAlive = true;
    bool m_retired = false;
    bool m_pipelined = false;
    bool m_halfClosed = false;
};

} // namespace app
