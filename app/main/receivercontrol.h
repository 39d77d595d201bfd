// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/receiver/receiver.h"
#include "app/settings/settingsfile.h"
#include "app/shared/options.h"
#include "app/shared/worker.h"
#include "models/ports/secretstore.h"

#include <QObject>
#include <QTimer>

namespace app {

/// Brings settings and token to the receiver and keeps what has proved to work: nothing is saved
/// that could not be applied, nor what the command line says for one run alone. Makes the token at
/// the first start. GUI thread.
class ReceiverControl final : public QObject
{
    Q_OBJECT
public:
    /// All of them must outlive the control.
    ReceiverControl(Worker<Receiver> &receiver, SettingsFile &file, models::SecretStore &secrets,
                    Options options, QObject *parent = nullptr);

    /// Loads settings and token and starts to listen. Where that fails (port taken), the state
    /// says so and it is tried again every few seconds.
    void start();
    /// Uses other settings and another token from now on; answered by applied() or refused().
    void apply(const models::Settings &settings, const models::ReceiverSecrets &secrets);
    /// Keeps what needs no receiver (trusted hosts).
    void setLinks(const models::LinkPolicy &links);

    const models::Settings &settings() const { return m_settings; }
    const models::ReceiverSecrets &secrets() const { return m_secrets; }

signals:
    void applied();
    void refused(const QList<models::SettingsProblem> &problems);
    void settingsChanged();
    /// The receiver cannot be started at all for now (e.g. the token cannot be read).
    void failed(const models::ReceiverState &state);
    /// Something could not be kept; the person should know.
    void problem(const QString &text);

private:
    /// What the receiver was asked for; it answers in the order of calls.
    struct Call
    {
        models::Settings settings;
        models::ReceiverSecrets secrets;
        bool isOfPerson = false; ///< of apply(), not of an attempt to listen as before
    };
    void useSecrets(const models::ReceiverSecrets &secrets);
    void tryToListen();
    void ask(Call call);
    void onApplied();
    void onRefused(const QList<models::SettingsProblem> &problems);
    void keep(const models::Settings &settings);
    void fail(const QString &reason);

    Worker<Receiver> &m_receiver;
    SettingsFile &m_file;
    models::SecretStore &m_store;
    Options m_options;
    models::Settings m_kept; // as in the file: without what the command line says
    QString m_keptProblem; // why the file could not be read
    models::Settings m_settings; // in use
    models::ReceiverSecrets m_secrets; // in use
    QList<Call> m_calls; // not answered yet
    bool m_listening = false;
    QTimer m_retry;
};

} // namespace app
