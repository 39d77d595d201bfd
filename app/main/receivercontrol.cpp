// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/receivercontrol.h"

namespace app {

using namespace std::chrono_literals;

ReceiverControl::ReceiverControl(Worker<Receiver> &receiver, SettingsFile &file,
                                 models::SecretStore &secrets, Options options, QObject *parent)
    : QObject(parent), m_receiver(receiver), m_file(file), m_secrets(secrets),
      m_options(std::move(options))
{
    m_retry.setSingleShot(true);
    m_retry.setInterval(5s);
    connect(&m_retry, &QTimer::timeout, this, &ReceiverControl::tryToListen);
    connect(&receiver.object(), &Receiver::applied, this, &ReceiverControl::onApplied);
    connect(&receiver.object(), &Receiver::refused, this, &ReceiverControl::onRefused);
    connect(&secrets, &models::SecretStore::failed, this, [this](const QString &reason) {
        if (!m_token.isEmpty()) {
            emit problem(reason);
            return;
        }
        fail(reason);
        m_retry.start();
    });
    const models::Result<models::Settings> kept = m_file.load();
    m_settings = m_options.over(kept ? kept.value() : models::Settings());
}

void ReceiverControl::start()
{
    if (!m_options.tokenFile.isEmpty()) {
        const models::Result<QString> token = m_options.token();
        if (token)
            useToken(token.value());
        else
            fail(token.error());
        return;
    }
    connect(&m_secrets, &models::SecretStore::loaded, this, [this](const QString &kept) {
        if (!m_token.isEmpty())
            return;
        if (!kept.isEmpty()) {
            useToken(kept);
            return;
        }
        const QString fresh = models::generateToken();
        m_secrets.save(fresh);
        useToken(fresh);
    });
    tryToListen();
}

void ReceiverControl::useToken(const QString &token)
{
    m_token = token;
    emit settingsChanged();
    tryToListen();
}

void ReceiverControl::tryToListen()
{
    if (m_token.isEmpty()) {
        m_secrets.load();
        return;
    }
    if (m_asking) {
        m_retry.start(); // the dialog is trying something better
        return;
    }
    const QList<models::SettingsProblem> problems = models::validate(m_settings, m_token);
    if (!problems.isEmpty()) {
        fail(problems.first().text);
        return;
    }
    m_receiver.call([settings = m_settings.receiver, token = m_token](Receiver &receiver) {
        receiver.apply(settings, token);
    });
}

void ReceiverControl::apply(const models::Settings &settings, const QString &token)
{
    m_asked = settings;
    m_askedToken = token;
    if (m_listening && settings.receiver == m_settings.receiver && token == m_token) {
        keep(settings);
        emit applied();
        return;
    }
    m_asking = true;
    m_receiver.call([receiverSettings = settings.receiver, token](Receiver &receiver) {
        receiver.apply(receiverSettings, token);
    });
}

void ReceiverControl::onApplied()
{
    m_listening = true;
    m_retry.stop();
    if (!std::exchange(m_asking, false))
        return;
    if (m_askedToken != m_token)
        m_secrets.save(m_askedToken);
    m_token = m_askedToken;
    keep(m_asked);
    emit applied();
}

void ReceiverControl::onRefused(const QList<models::SettingsProblem> &problems)
{
    if (std::exchange(m_asking, false)) {
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
    m_settings = settings;
    const models::Result<models::Done> done = m_file.save(settings);
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
