// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shared/singleinstance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLocalSocket>

namespace app {

namespace {

QString nameFor(const QString &dataFolder)
{
    const QByteArray path = QDir(dataFolder).absolutePath().toUtf8();
    const QByteArray digest = QCryptographicHash::hash(path, QCryptographicHash::Sha256);
    return QStringLiteral("watchfloor-") + QString::fromLatin1(digest.first(12).toHex());
}

} // namespace

SingleInstance::SingleInstance(const QString &dataFolder, QObject *parent)
    : QObject(parent), m_name(nameFor(dataFolder))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *const peer = m_server.nextPendingConnection()) {
            connect(peer, &QLocalSocket::disconnected, peer, &QObject::deleteLater);
            peer->disconnectFromServer();
            emit raiseRequested();
        }
    });
}

bool SingleInstance::raiseOther()
{
    QLocalSocket other;
    other.connectToServer(m_name);
    if (other.waitForConnected(1000))
        return true;
    // Nobody answers: what is left of a crash only keeps us from listening.
    QLocalServer::removeServer(m_name);
    m_server.listen(m_name);
    return false;
}

} // namespace app
