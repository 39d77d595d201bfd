// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/receiver/receiver.h"
#include "app/shared/worker.h"
#include "app/store/writer.h"

#include <QTimer>

namespace app {

/// Receiver and store together, each on its own thread: what `watchfloor-cli serve` runs.
/// Order at the end: the receiver finishes what is under way, then the store closes. Lives on
/// the main thread.
class Collector final : public QObject
{
    Q_OBJECT
public:
    Collector(const DatabaseUrl &url, models::ReceiverSettings settings,
              models::ReceiverSecrets secrets, QObject *parent = nullptr);

    /// Opens the store and listens at once: what comes while the store is still made ready
    /// (migrated) waits for it. Answered by listening(), when both are done, or failed().
    void start();
    /// Stops listening, answers what is under way, closes the store; answered by stopped().
    /// Also after failed() and before listening().
    void stop();

signals:
    /// Connections are accepted at this address.
    void listening(const QString &url);
    /// It does not run and will not; why and what to do.
    void failed(const QString &reason);
    void stopped();
    /// It cannot listen now (the port is taken); why. It tries again until it can or is stopped.
    void waiting(const QString &reason);
    /// The store does not take anything at present (senders are told to come again), and does
    /// again.
    void storeFailed(const QString &reason);
    void storeRecovered();

    /// The certificate senders see from now on; nothing: plain HTTP.
    void certificateChanged(const std::optional<models::CertificateInfo> &certificate);
    /// What is wrong with the certificate's files while it serves; empty: nothing any more.
    void certificateProblem(const QString &text);

private:
    void listen();
    void onRefused(const QList<models::SettingsProblem> &problems);
    void sayListening();
    void onStateChanged(const models::ReceiverState &state);

    models::ReceiverSettings m_settings;
    models::ReceiverSecrets m_secrets;
    bool m_stopping = false;
    bool m_opened = false;
    QString m_url; ///< where it listens; empty where it does not
    QString m_waitingFor; ///< the reason that was said last
    QTimer m_retry;
    Worker<Writer> m_writer;
    Worker<Receiver> m_receiver; // after the writer: it goes first
};

} // namespace app
