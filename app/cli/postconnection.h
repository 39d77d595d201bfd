// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/answerreader.h"

#include <QElapsedTimer>
#include <QObject>
#include <QUrl>

#include <chrono>

class QTcpSocket;
class QTimer;

namespace app {

/// One connection to a receiver with at most one request under way. Connects when needed,
/// stays connected as long as the receiver does. Nothing is sent twice. Lives on one thread
/// with an event loop.
class PostConnection final : public QObject
{
    Q_OBJECT
public:
    /// `url`: http or https. `token` may be empty: then no credentials are sent.
    PostConnection(const QUrl &url, const QByteArray &token, QObject *parent = nullptr);

    bool idle() const { return m_body.isNull(); }
    /// Sends a body; one of the signals follows. Only while idle().
    void post(const QByteArray &body);
    /// What was posted last.
    const QByteArray &body() const { return m_posted; }

signals:
    /// The receiver answered `status` after `took`.
    void answered(int status, std::chrono::nanoseconds took);
    /// No answer: the reason in words. `reached`: there was a connection.
    void broken(const QString &reason, bool reached);

private:
    void connectToHost();
    void write();
    void onConnected();
    void onReadyRead();
    void onDisconnected();
    void giveUp(const QString &reason);
    void complete();

    QUrl m_url;
    QByteArray m_head; ///< everything of a request's head but the length
    QTcpSocket *m_socket;
    QTimer *m_deadline;
    AnswerReader m_reader;
    QByteArray m_body; ///< under way; null: idle
    QByteArray m_posted;
    QElapsedTimer m_clock;
    bool m_ready = false; ///< connected and, with TLS, encrypted
};

} // namespace app
