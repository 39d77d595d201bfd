// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/collector.h"

namespace app {

Collector::Collector(const DatabaseUrl &url, models::ReceiverSettings settings,
                     models::ReceiverSecrets secrets, QObject *parent)
    : QObject(parent), m_settings(std::move(settings)), m_secrets(std::move(secrets)),
      m_writer(QStringLiteral("writer"), url),
      m_receiver(QStringLiteral("receiver"), m_writer.object())
{
    const Writer &writer = m_writer.object();
    connect(&writer, &Writer::opened, this, &Collector::listen);
    connect(&writer, &Writer::openFailed, this, &Collector::failed);
    connect(&writer, &Writer::closed, this, &Collector::stopped);
    connect(&writer, &Writer::storeFailed, this, &Collector::storeFailed);
    connect(&writer, &Writer::storeRecovered, this, &Collector::storeRecovered);
    const Receiver &receiver = m_receiver.object();
    connect(&receiver, &Receiver::stateChanged, this, &Collector::onStateChanged);
    connect(&receiver, &Receiver::refused, this,
            [this](const QList<models::SettingsProblem> &problems) {
                if (!m_stopping)
                    emit failed(problems.value(0).text);
            });
    connect(&receiver, &Receiver::stopped, this,
            [this] { m_writer.call([](Writer &writing) { writing.close(); }); });
}

void Collector::start()
{
    m_writer.call([](Writer &writer) { writer.open(); });
}

void Collector::listen()
{
    if (m_stopping)
        return;
    m_receiver.call([settings = m_settings, secrets = m_secrets](Receiver &receiver) {
        receiver.apply(settings, secrets);
    });
}

void Collector::onStateChanged(const models::ReceiverState &state)
{
    if (state.phase == models::ReceiverState::Phase::Listening)
        emit listening(state.url);
}

void Collector::stop()
{
    if (m_stopping)
        return;
    m_stopping = true;
    m_receiver.call([](Receiver &receiver) { receiver.stop(); });
}

} // namespace app
