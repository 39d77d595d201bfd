// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/endpoint.h"

#include "app/receiver/gate.h"
#include "app/receiver/httpcompat.h"

namespace app {

namespace {

QString whyNot(QAbstractSocket::SocketError error, const QString &detail,
               const QHostAddress &address, quint16 port)
{
    switch (error) {
    case QAbstractSocket::AddressInUseError:
        return Endpoint::tr("Port %1 is in use by another program. Choose another port, or stop "
                            "that program.")
                .arg(port);
    case QAbstractSocket::SocketAccessError:
        return Endpoint::tr("This user may not listen on port %1. Choose a port from 1024 up.")
                .arg(port);
    case QAbstractSocket::SocketAddressNotAvailableError:
        return Endpoint::tr("This machine has no address %1. Choose one of its own, 127.0.0.1 "
                            "for this machine alone or 0.0.0.0 for all.")
                .arg(address.toString());
    default:
        return Endpoint::tr("Cannot listen on %1, port %2: %3.")
                .arg(address.toString(), QString::number(port), detail);
    }
}

} // namespace

/// Qt's server. It parses what the gate let through; the body it read goes to the connection
/// whose readyRead is being served. A plain QHttpServer with routes would be no help: routing
/// and credentials are done before the body is taken in, and its answers cannot be put off.
class Endpoint::Server final : public HttpServerBase
{
public:
    bool serve(Gate *gate)
    {
        m_gate = gate;
        return bindListener(gate);
    }

protected:
    void requestParsed(const QHttpServerRequest &request) override
    {
        if (PeerConnection *connection = m_gate->takeAdmitted())
            connection->take(request.body());
    }

private:
    Gate *m_gate = nullptr;
};

Endpoint::Endpoint(Intake &intake, const QHostAddress &address, quint16 port, QObject *parent)
    : QObject(parent), m_address(address), m_requestedPort(port), m_gate(new Gate(intake, this)),
      m_server(std::make_unique<Server>())
{
    connect(m_gate, &Gate::drained, this, &Endpoint::drained);
}

Endpoint::~Endpoint() = default;

QString Endpoint::listen()
{
    const quint16 port = m_port != 0 ? m_port : m_requestedPort;
    if (!m_gate->listen(m_address, port)) {
        const QAbstractSocket::SocketError error = m_gate->serverError();
        m_mayPass = error == QAbstractSocket::AddressInUseError
                || error == QAbstractSocket::SocketAddressNotAvailableError;
        return whyNot(m_gate->serverError(), m_gate->errorString(), m_address, port);
    }
    const bool isFirst = m_port == 0;
    m_port = m_gate->serverPort();
    if (isFirst && !m_server->serve(m_gate))
        return tr("Cannot serve port %1.").arg(m_port);
    return {};
}

void Endpoint::pause()
{
    m_gate->close();
}

void Endpoint::takeLimits()
{
    m_gate->takeLimits();
}

void Endpoint::setTls(const std::optional<QSslConfiguration> &tls)
{
    m_secure = tls.has_value();
    if (m_gate->setTls(tls))
        m_gate->closeConnections();
}

void Endpoint::renewTls(const QSslConfiguration &tls)
{
    m_gate->setTls(tls);
}

bool Endpoint::answer(const models::Ticket &ticket, const Answer &answer)
{
    return m_gate->answer(ticket, answer);
}

void Endpoint::retire()
{
    m_gate->retire();
}

} // namespace app
