// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/receivercontrol.h"

#include <algorithm>

namespace app {

using namespace std::chrono_literals;

namespace {

/// `kept` with what differs between `before` and `now`.
models::Settings withChanges(models::Settings kept, const models::Settings &before,
                             const models::Settings &now)
{
    const auto take = [](auto &field, const auto &old, const auto &fresh) {
        if (fresh != old)
            field = fresh;
    };
    take(kept.receiver.address, before.receiver.address, now.receiver.address);
    take(kept.receiver.port, before.receiver.port, now.receiver.port);
    take(kept.receiver.auth, before.receiver.auth, now.receiver.auth);
    take(kept.receiver.certificateFile, before.receiver.certificateFile,
         now.receiver.certificateFile);
    take(kept.receiver.keyFile, before.receiver.keyFile, now.receiver.keyFile);
    take(kept.receiver.openConfirmed, before.receiver.openConfirmed, now.receiver.openConfirmed);
    take(kept.receiver.metricsForAll, before.receiver.metricsForAll, now.receiver.metricsForAll);
    take(kept.receiver.trustedProxies, before.receiver.trustedProxies, now.receiver.trustedProxies);
    take(kept.receiver.limits, before.receiver.limits, now.receiver.limits);
    take(kept.links, before.links, now.links);
    take(kept.overdue, before.overdue, now.overdue);
    return kept;
}

} // namespace

ReceiverControl::ReceiverControl(Worker<Receiver> &receiver, SettingsFile &file,
                                 models::SecretStore &secrets, Options options, QObject *parent)
    : QObject(parent), m_receiver(receiver), m_file(file), m_store(secrets),
      m_options(std::move(options))
{
    m_retry.setSingleShot(true);
    m_retry.setInterval(5s);
    connect(&m_retry, &QTimer::timeout, this, &ReceiverControl::tryToListen);
    connect(&receiver.object(), &Receiver::applied, this, &ReceiverControl::onApplied);
    connect(&receiver.object(), &Receiver::refused, this, &ReceiverControl::onRefused);
    connect(&secrets, &models::SecretStore::failed, this, [this](const QString &reason) {
        if (!m_secrets.current.isEmpty()) {
            emit problem(reason);
            return;
        }
        fail(reason);
        m_retry.start();
    });
    const models::Result<models::Settings> kept = m_file.load();
    if (kept)
        m_kept = kept.value();
    else
        m_keptProblem = kept.error();
    m_settings = m_options.over(m_kept);
}

void ReceiverControl::start()
{
    if (!m_keptProblem.isEmpty())
        emit problem(m_keptProblem);
    if (!m_options.tokenFile.isEmpty()) {
        const models::Result<QString> token = m_options.token();
        if (token)
            useSecrets(models::ReceiverSecrets::fromText(token.value()));
        else
            fail(token.error());
        return;
    }
    connect(&m_store, &models::SecretStore::loaded, this, [this](const QString &kept) {
        if (!m_secrets.current.isEmpty())
            return;
        if (!kept.isEmpty()) {
            useSecrets(models::ReceiverSecrets::fromText(kept));
            return;
        }
        const QString fresh = models::generateToken();
        m_store.save(fresh);
        useSecrets(models::ReceiverSecrets::fromToken(fresh));
    });
    tryToListen();
}

void ReceiverControl::useSecrets(const models::ReceiverSecrets &secrets)
{
    m_secrets = secrets;
    emit settingsChanged();
    tryToListen();
}

void ReceiverControl::tryToListen()
{
    if (m_secrets.current.isEmpty()) {
        m_store.load();
        return;
    }
    const bool personAsks = std::any_of(m_calls.cbegin(), m_calls.cend(),
                                        [](const Call &call) { return call.isOfPerson; });
    if (personAsks) {
        m_retry.start(); // the dialog is trying something better
        return;
    }
    const QList<models::SettingsProblem> problems = models::validate(m_settings, m_secrets);
    if (!problems.isEmpty()) {
        fail(problems.first().text);
        return;
    }
    ask({ m_settings, m_secrets });
}

void ReceiverControl::ask(Call call)
{
    m_receiver.call([settings = call.settings.receiver, secrets = call.secrets](
                            Receiver &receiver) { receiver.apply(settings, secrets); });
    m_calls.append(std::move(call));
}

void ReceiverControl::apply(const models::Settings &settings,
                            const models::ReceiverSecrets &secrets)
{
    if (m_listening && settings.receiver == m_settings.receiver && secrets == m_secrets) {
        keep(settings);
        emit applied();
        return;
    }
    ask({ settings, secrets, true });
}

void ReceiverControl::onApplied()
{
    m_listening = true;
    m_retry.stop();
    const Call call = m_calls.takeFirst();
    if (!call.isOfPerson)
        return;
    if (call.secrets != m_secrets)
        m_store.save(call.secrets.toText());
    m_secrets = call.secrets;
    keep(call.settings);
    emit applied();
}

void ReceiverControl::onRefused(const QList<models::SettingsProblem> &problems)
{
    if (m_calls.takeFirst().isOfPerson) {
        emit refused(problems);
        return;
    }
    m_retry.start();
}

void ReceiverControl::setLinks(const models::LinkPolicy &links)
{
    models::Settings settings = m_settings;
    settings.links = links;
    keep(settings);
}

void ReceiverControl::keep(const models::Settings &settings)
{
    if (settings == m_settings)
        return;
    m_kept = withChanges(m_kept, m_settings, settings);
    m_settings = settings;
    const models::Result<models::Done> done = m_file.save(m_kept);
    if (!done)
        emit problem(done.error());
    emit settingsChanged();
}

void ReceiverControl::fail(const QString &reason)
{
    models::ReceiverState state;
    state.phase = models::ReceiverState::Phase::Failed;
    state.reason = reason;
    emit failed(state);
}

} // namespace app
