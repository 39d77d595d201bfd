// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/gate.h"

#include "app/receiver/intake.h"
#include "app/receiver/systemsocket.h"

#include <QSslSocket>

#include <atomic>
#include <utility>

namespace app {

using namespace std::chrono_literals;

namespace {

constexpr int spareDescriptors = 300; ///< for the store, the window and the libraries
constexpr int backlog = 1024; ///< Qt's 50 makes a burst of connects wait for seconds
constexpr int pending = 30; ///< Qt's default; each is taken before the next is accepted
constexpr auto lateness = 1s; ///< of a tick: more says that nothing ran meanwhile
constexpr qsizetype lingerers = 64; ///< connections over the cap that get a refusal in words

/// Tickets outlive connections and listeners, so numbers are never used twice.
quint64 nextNumber()
{
    static std::atomic<quint64> last { 0 };
    return ++last;
}

std::chrono::milliseconds tickInterval(const models::ReceiverLimits &limits)
{
    const auto least = std::min({ limits.headTime, limits.bodyTime, limits.idleTime });
    return std::clamp<std::chrono::milliseconds>(least / 4, 20ms, 500ms);
}

} // namespace

Gate::Gate(Intake &intake, QObject *parent) : QTcpServer(parent), m_intake(intake)
{
    setListenBacklogSize(backlog);
    takeLimits();
    m_timer.setTimerType(Qt::CoarseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Gate::tick);
    // After an error Qt stops accepting for good; the timer starts it again.
    connect(this, &QTcpServer::acceptError, this, &Gate::watchTime);
}

Gate::~Gate()
{
    for (PeerConnection *connection : std::as_const(m_connections)) {
        QObject *socket = connection->parent();
        socket->disconnect(this);
        m_intake.gauges().connections -= 1;
        delete socket;
    }
}

void Gate::takeLimits()
{
    const models::ReceiverLimits &limits = m_intake.limits();
    m_most = connectionsWithinLimits(limits.connections, spareDescriptors);
    m_timer.setInterval(tickInterval(limits));
}

bool Gate::setTls(const std::optional<QSslConfiguration> &tls)
{
    if (m_tls == tls)
        return false;
    m_tls = tls;
    return true;
}

QString Gate::reasonAgainst(const Peer &peer)
{
    if (!peer.excepted && m_peers.value(peer.group) > m_intake.limits().connectionsPerPeer)
        return QStringLiteral("Too many connections from one address");
    if (m_connections.size() > m_most && !makeRoom())
        return QStringLiteral("Too many connections");
    return {};
}

bool Gate::makeRoom()
{
    PeerConnection *oldest = nullptr;
    for (PeerConnection *connection : std::as_const(m_connections)) {
        if (connection->phase() == PeerConnection::Phase::Idle && connection->hasServed()
            && (oldest == nullptr || connection->deadline() < oldest->deadline()))
            oldest = connection;
    }
    if (oldest == nullptr)
        return false;
    oldest->abort();
    return true;
}

void Gate::watchTime()
{
    if (!m_timer.isActive())
        m_timer.start();
}

void Gate::incomingConnection(qintptr descriptor)
{
    // Once none is left, accept() fails at once and for ever: Qt takes that for "nothing there"
    // and tries again without a pause, and the store and the libraries have none either.
    if (isNearlyLast(descriptor)) {
        setMaxPendingConnections(0); // the rest waits with the system until the next tick
        watchTime();
    }
    QTcpSocket *socket = m_tls ? new QSslSocket(this) : new QTcpSocket(this);
    if (!socket->setSocketDescriptor(descriptor)) {
        delete socket;
        return;
    }
    if (m_retired || m_connections.size() >= m_most + lingerers) {
        socket->abort();
        delete socket;
        return;
    }
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    const quint64 number = nextNumber();
    auto *connection = new PeerConnection(*socket, number, m_intake);
    const QByteArray group = connection->peer().group;
    m_connections.insert(number, connection);
    ++m_peers[group];
    m_intake.gauges().connections += 1;
    connect(socket, &QTcpSocket::disconnected, this,
            [this, number, group] { remove(number, group); });
    connect(connection, &PeerConnection::halfClosed, this, [this, connection] {
        m_halfClosed.keep(connection->ticket(), connection->socket().socketDescriptor(),
                          connection->deadline());
    });
    connect(connection, &PeerConnection::admitted, this,
            [this](PeerConnection *admitted) { m_admitted = admitted; });
    watchTime();
    if (const QString reason = reasonAgainst(connection->peer()); !reason.isEmpty()) {
        connection->refuse(retryLater(503, int(HecCode::ServerBusy), reason, 5s));
    } else if (m_tls) {
        startTls(socket, connection);
    } else {
        admit(socket, connection);
    }
}

void Gate::admit(QTcpSocket *socket, PeerConnection *connection)
{
    connection->open();
    addPendingConnection(socket); // QHttpServer takes it before this returns
}

void Gate::startTls(QTcpSocket *socket, PeerConnection *connection)
{
    auto *secure = static_cast<QSslSocket *>(socket);
    connect(secure, &QSslSocket::encrypted, this,
            [this, secure, connection] { admit(secure, connection); });
    secure->setSslConfiguration(*m_tls);
    secure->startServerEncryption();
}

PeerConnection *Gate::takeAdmitted()
{
    PeerConnection *connection = m_admitted;
    m_admitted = nullptr;
    return connection;
}

bool Gate::answer(const models::Ticket &ticket, const Answer &answer)
{
    const auto connection = m_connections.constFind(ticket.connection);
    if (connection != m_connections.cend())
        return (*connection)->answer(ticket.request, answer);
    const bool answered = m_halfClosed.answer(ticket, answer);
    if (answered && m_retired && isDrained())
        emit drained();
    return answered;
}

void Gate::retire()
{
    m_retired = true;
    close();
    closeConnections();
    if (isDrained())
        QMetaObject::invokeMethod(this, &Gate::drained, Qt::QueuedConnection);
}

void Gate::closeConnections()
{
    const QHash<quint64, PeerConnection *> all = m_connections; // closing removes
    for (auto each = all.cbegin(); each != all.cend(); ++each) {
        m_idle.release(each.key());
        each.value()->retire();
    }
}

/// True once after the process, or the machine, was stopped for a while.
bool Gate::hasSlept(PeerConnection::Clock::time_point now)
{
    const auto since = now - std::exchange(m_lastTick, now);
    m_hasSlept = !m_hasSlept && since > m_timer.intervalAsDuration() + lateness;
    return m_hasSlept;
}

void Gate::tick()
{
    const auto now = PeerConnection::Clock::now();
    if (hasSlept(now)) // what came meanwhile is read before anybody is judged by the clock
        return;
    const QHash<quint64, PeerConnection *> all = m_connections; // deadlines remove
    for (auto each = all.cbegin(); each != all.cend(); ++each) {
        PeerConnection *const connection = each.value();
        const bool isQuiet = connection->isQuiet(now) && now < connection->deadline();
        if (isQuiet) {
            m_idle.watch(each.key(), connection->socket());
        } else {
            m_idle.release(each.key());
            connection->checkDeadline(now);
        }
    }
    m_intake.gauges().resting = int(m_idle.size());
    if (!m_halfClosed.isEmpty()) {
        m_halfClosed.expire(now);
        if (m_retired && isDrained())
            emit drained();
    }
    if (isListening()) {
        setMaxPendingConnections(pending);
        resumeAccepting();
    }
    if (isDrained())
        m_timer.stop();
}

void Gate::remove(quint64 number, const QByteArray &group)
{
    if (m_connections.remove(number) == 0)
        return;
    m_idle.forget(number);
    m_intake.gauges().connections -= 1;
    if (--m_peers[group] <= 0)
        m_peers.remove(group);
    if (m_retired && isDrained())
        emit drained();
}

} // namespace app
