// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/receiver/answer.h"

#include <QHostAddress>
#include <QObject>
#include <QSslConfiguration>
#include <QString>

#include <memory>
#include <optional>

namespace app {

class Gate;
class Intake;

/// One listening address: a gate with QHttpServer behind it. The only place that knows Qt's HTTP
/// types (endpoint.cpp, httpcompat.h). Receiver thread.
class Endpoint final : public QObject
{
    Q_OBJECT
public:
    Endpoint(Intake &intake, const QHostAddress &address, quint16 port, QObject *parent = nullptr);
    ~Endpoint() override;

    /// Listens; an empty text, or why it cannot, in words with a cure.
    QString listen();
    /// True where the last listen() failed for a reason that may go away by itself (the port is in
    /// use, the address is not there yet).
    bool mayPass() const { return m_mayPass; }
    /// Stops listening but keeps the connections, so that another may try the port.
    void pause();

    /// Uses the intake's limits from now on.
    void takeLimits();

    /// TLS for connections from now on, or none; a change closes the connections there are.
    void setTls(const std::optional<QSslConfiguration> &tls);
    /// Another certificate for connections from now on; those there are go on.
    void renewTls(const QSslConfiguration &tls);
    bool isSecure() const { return m_secure; }

    /// Writes an answer; false: nobody waits for it here any more.
    bool answer(const models::Ticket &ticket, const Answer &answer);

    /// Stops listening and finishes what is under way; drained() follows.
    void retire();

    const QHostAddress &address() const { return m_address; }
    /// The port asked for, and the one in use; they differ where 0 was asked for.
    quint16 requestedPort() const { return m_requestedPort; }
    quint16 port() const { return m_port; }

signals:
    void drained();

private:
    class Server;
    QHostAddress m_address;
    quint16 m_requestedPort;
    quint16 m_port = 0;
    bool m_secure = false;
    bool m_mayPass = false;
    Gate *m_gate; ///< owned by m_server once bound
    std::unique_ptr<Server> m_server;
};

} // namespace app
