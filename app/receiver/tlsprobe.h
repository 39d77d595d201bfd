// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSslConfiguration>
#include <QTcpServer>
#include <QTimer>

class QSslSocket;

namespace app {

/// Tries a TLS configuration in a handshake with itself over loopback: a key that does not
/// belong to its certificate shows nowhere else before the first sender fails. Asynchronous, one
/// try; delete it after its signal. Receiver thread.
class TlsProbe final : public QTcpServer
{
    Q_OBJECT
public:
    explicit TlsProbe(const QSslConfiguration &configuration, QObject *parent = nullptr);

    /// Begins; passed() or failed() follows, within five seconds.
    void start();

signals:
    void passed();
    void failed(const QString &reason);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void fail(const QString &reason);

    QSslConfiguration m_configuration;
    QSslSocket *m_client;
    QTimer m_deadline;
    bool m_done = false;
};

} // namespace app
