// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/receiver/halfclosed.h"
#include "app/receiver/idlewatch.h"
#include "app/receiver/peerconnection.h"

#include <QHash>
#include <QPointer>
#include <QSslConfiguration>
#include <QTcpServer>
#include <QTimer>

#include <optional>

namespace app {

/// The listener that stands in front of QHttpServer (design: receiver). Makes the sockets,
/// holds the caps, the deadlines by one coarse timer, and TLS. Receiver thread.
class Gate final : public QTcpServer
{
    Q_OBJECT
public:
    explicit Gate(Intake &intake, QObject *parent = nullptr);
    ~Gate() override;

    /// Uses the intake's limits from now on; requests under way keep theirs.
    void takeLimits();

    /// TLS for connections from now on, or none. False: that is what there was already.
    bool setTls(const std::optional<QSslConfiguration> &tls);

    /// Writes an answer; false: nobody waits for it here any more.
    bool answer(const models::Ticket &ticket, const Answer &answer);

    /// The connection whose request QHttpServer hands over just now. Qt does so in its readyRead
    /// slot, right after ours admitted the request; null at any other time. Taken once.
    PeerConnection *takeAdmitted();

    /// Stops listening, closes idle connections, lets the others finish; drained() follows.
    void retire();

    /// Closes idle connections; those at work close after their answer.
    void closeConnections();

    qsizetype connectionCount() const { return m_connections.size(); }

signals:
    /// The last connection has gone after retire().
    void drained();

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void admit(QTcpSocket *socket, PeerConnection *connection);
    void startTls(QTcpSocket *socket, PeerConnection *connection);
    bool makeRoom();
    void watchTime();
    void tick();
    bool hasSlept(PeerConnection::Clock::time_point now);
    void remove(quint64 number, const QByteArray &group);
    bool isDrained() const { return m_connections.isEmpty() && m_halfClosed.isEmpty(); }
    QString reasonAgainst(const Peer &peer);

    Intake &m_intake;
    int m_most = 0; ///< connections
    std::optional<QSslConfiguration> m_tls;
    QHash<quint64, PeerConnection *> m_connections;
    QHash<QByteArray, int> m_peers;
    QPointer<PeerConnection> m_admitted;
    HalfClosed m_halfClosed;
    IdleWatch m_idle { this };
    QTimer m_timer;
    PeerConnection::Clock::time_point m_lastTick;
    bool m_hasSlept = false; ///< at the last tick
    bool m_retired = false;
};

} // namespace app
