// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/postconnection.h"

#include <QSslSocket>
#include <QTimer>

namespace app {

namespace {

constexpr std::chrono::seconds patience { 60 };

QByteArray requestHead(const QUrl &url, const QByteArray &token)
{
    QByteArray target = url.path(QUrl::FullyEncoded).toLatin1();
    if (target.isEmpty())
        target = "/";
    if (url.hasQuery())
        target.append('?').append(url.query(QUrl::FullyEncoded).toLatin1());
    QByteArray host = url.host(QUrl::FullyEncoded).toLatin1();
    if (host.contains(':'))
        host.prepend('[').append(']');
    if (url.port() >= 0)
        host.append(':').append(QByteArray::number(url.port()));
    QByteArray head("POST ");
    head.append(target).append(" HTTP/1.1\r\nHost: ").append(host);
    head.append("\r\nUser-Agent: watchfloor-cli/").append(WATCHFLOOR_VERSION);
    head.append("\r\nContent-Type: application/json\r\n");
    if (!token.isEmpty())
        head.append("Authorization: Bearer ").append(token).append("\r\n");
    return head;
}

} // namespace

PostConnection::PostConnection(const QUrl &url, const QByteArray &token, QObject *parent)
    : QObject(parent), m_url(url), m_head(requestHead(url, token)), m_socket(new QSslSocket(this)),
      m_deadline(new QTimer(this))
{
    m_deadline->setSingleShot(true);
    connect(m_deadline, &QTimer::timeout, this,
            [this] { giveUp(tr("no answer within a minute")); });
    connect(m_socket, &QTcpSocket::readyRead, this, &PostConnection::onReadyRead);
    connect(m_socket, &QTcpSocket::disconnected, this, &PostConnection::onDisconnected);
    connect(m_socket, &QTcpSocket::errorOccurred, this, [this] {
        if (!m_ready && !idle())
            giveUp(m_socket->errorString());
    });
    if (m_url.scheme() == QLatin1String("https"))
        connect(static_cast<QSslSocket *>(m_socket), &QSslSocket::encrypted, this,
                &PostConnection::onConnected);
    else
        connect(m_socket, &QTcpSocket::connected, this, &PostConnection::onConnected);
}

void PostConnection::post(const QByteArray &body)
{
    Q_ASSERT(idle());
    m_body = body.isNull() ? QByteArray("") : body;
    m_posted = m_body;
    m_clock.start();
    m_deadline->start(patience);
    if (m_ready)
        write();
    else
        connectToHost();
}

void PostConnection::connectToHost()
{
    m_socket->abort();
    if (m_url.scheme() == QLatin1String("https"))
        static_cast<QSslSocket *>(m_socket)->connectToHostEncrypted(m_url.host(),
                                                                    quint16(m_url.port(443)));
    else
        m_socket->connectToHost(m_url.host(), quint16(m_url.port(80)));
}

void PostConnection::onConnected()
{
    m_ready = true;
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    if (!idle())
        write();
}

void PostConnection::write()
{
    m_reader.reset();
    QByteArray request = m_head;
    request.reserve(m_head.size() + m_body.size() + 48);
    request.append("Content-Length: ").append(QByteArray::number(m_body.size()));
    request.append("\r\n\r\n").append(m_body);
    m_socket->write(request);
}

void PostConnection::onReadyRead()
{
    const QByteArray bytes = m_socket->readAll();
    if (idle())
        return;
    switch (m_reader.feed(bytes)) {
    case AnswerReader::State::Reading:
        break;
    case AnswerReader::State::Complete:
        complete();
        break;
    case AnswerReader::State::Broken:
        giveUp(tr("the answer is not HTTP"));
        break;
    }
}

void PostConnection::onDisconnected()
{
    m_ready = false;
    if (idle())
        return;
    if (m_reader.finish() == AnswerReader::State::Complete)
        complete();
    else
        giveUp(tr("the connection was closed before the answer"));
}

void PostConnection::complete()
{
    const std::chrono::nanoseconds took(m_clock.nsecsElapsed());
    m_deadline->stop();
    m_body = QByteArray();
    if (!m_reader.keepAlive()) {
        m_ready = false;
        m_socket->abort();
    }
    emit answered(m_reader.status(), took);
}

void PostConnection::giveUp(const QString &reason)
{
    const bool reached = m_ready || m_socket->state() == QAbstractSocket::ConnectedState
            || m_socket->error() == QAbstractSocket::RemoteHostClosedError;
    m_deadline->stop();
    m_body = QByteArray();
    m_ready = false;
    m_socket->abort();
    emit broken(reason, reached);
}

} // namespace app
