// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/receiver/tlsprobe.h"

#include <QSslSocket>

namespace app {

using namespace std::chrono_literals;

TlsProbe::TlsProbe(const QSslConfiguration &configuration, QObject *parent)
    : QTcpServer(parent), m_configuration(configuration), m_client(new QSslSocket(this))
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] { fail(tr("it took too long")); });
    m_client->setPeerVerifyMode(QSslSocket::VerifyNone); // it is ourselves
    connect(m_client, &QSslSocket::encrypted, this, [this] {
        if (std::exchange(m_done, true))
            return;
        m_deadline.stop();
        emit passed();
    });
    connect(m_client, &QSslSocket::errorOccurred, this, [this] { fail(m_client->errorString()); });
}

void TlsProbe::start()
{
    m_deadline.start(5s);
    if (!listen(QHostAddress::LocalHost)) {
        QMetaObject::invokeMethod(
                this, [this] { fail(errorString()); }, Qt::QueuedConnection);
        return;
    }
    m_client->connectToHostEncrypted(serverAddress().toString(), serverPort());
}

void TlsProbe::incomingConnection(qintptr descriptor)
{
    auto *socket = new QSslSocket(this);
    if (!socket->setSocketDescriptor(descriptor)) {
        delete socket;
        return;
    }
    connect(socket, &QSslSocket::errorOccurred, this,
            [this, socket] { fail(socket->errorString()); });
    socket->setSslConfiguration(m_configuration);
    socket->startServerEncryption();
}

void TlsProbe::fail(const QString &reason)
{
    if (std::exchange(m_done, true))
        return;
    m_deadline.stop();
    emit failed(reason);
}

} // namespace app
