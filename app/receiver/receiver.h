// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/receiver/intake.h"
#include "app/receiver/tlswatch.h"
#include "models/domain/certificateinfo.h"
#include "models/domain/receiverstate.h"
#include "models/settings/settingsrules.h"

#include <QHostAddress>
#include <QObject>
#include <QSslConfiguration>
#include <QTimer>

namespace app {

class Endpoint;
class TlsProbe;

/// Receives events over HTTP and hands them to the sink; answers after the commit. Lives on the
/// receiver thread (app/shared/worker.h); talk to it by queued calls and its signals only.
/// The sink must outlive it.
class Receiver final : public QObject
{
    Q_OBJECT
public:
    explicit Receiver(models::DeliverySink &sink, QObject *parent = nullptr);
    ~Receiver() override;

public slots:
    /// Starts listening with these, or changes what is running: the new listener accepts before
    /// the old one is closed, and what cannot start leaves the old one running. A new token alone
    /// touches no connection. Answered by applied() or refused(), in the order of calls.
    void apply(const models::ReceiverSettings &settings, const models::ReceiverSecrets &secrets);
    /// Lets a peer in again that was shut out; bansChanged() follows.
    void liftBan(const QByteArray &group);
    /// Stops accepting, finishes what is under way, at most five seconds, then stopped().
    void stop();

signals:
    void stateChanged(const models::ReceiverState &state);
    /// At most four times a second; the last value always comes.
    void countersChanged(const models::ReceiverCounters &counters);
    /// Who is shut out, after a change; at most four times a second, also when a ban runs out.
    void bansChanged(const QList<models::Ban> &bans);
    void applied();
    /// Why the settings cannot be used, with what to do; what ran before still runs.
    void refused(const QList<models::SettingsProblem> &problems);
    void stopped();
    /// The certificate senders see from now on, after apply() and when the files were renewed;
    /// nothing: plain HTTP.
    void certificateChanged(const std::optional<models::CertificateInfo> &certificate);
    /// What is wrong with the certificate's files while the receiver serves, with what to do: a
    /// renewal that cannot be used (the old one goes on), a key that all can read. Empty: nothing
    /// any more.
    void certificateProblem(const QString &text);

private:
    struct Wanted
    {
        models::ReceiverSettings settings;
        models::ReceiverSecrets secrets;
        QHostAddress address;
        std::optional<QSslConfiguration> tls;
        int stops = 0; ///< how often stop() had come when it began
    };
    void applyNext();
    void prepare(Wanted wanted);
    void probe(Wanted wanted);
    void install(const Wanted &wanted);
    QString listenBeside(Endpoint &fresh);
    void use(const Wanted &wanted);
    void fail(const QList<models::SettingsProblem> &problems);
    void replaceEndpoint(Endpoint *fresh);
    void settle(const QList<models::Receipt> &receipts);
    void tick();
    void report(models::ReceiverState state);
    void finishStop();
    void showTls(const std::optional<QSslConfiguration> &tls);

    Intake m_intake;
    Endpoint *m_endpoint = nullptr; ///< what listens; a child
    QList<Endpoint *> m_retiring; ///< what finishes; children
    QList<std::pair<models::ReceiverSettings, models::ReceiverSecrets>>
            m_waiting; ///< apply() calls to do
    TlsWatch m_tlsWatch;
    bool m_applying = false;
    bool m_stopping = false;
    int m_stops = 0;
    models::ReceiverState m_state;
    models::ReceiverCounters m_reported;
    QList<models::Ban> m_reportedBans;
    QTimer m_tick;
    QTimer m_stopDeadline;
};

} // namespace app
