// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/main/collector.h"

namespace app {

using namespace std::chrono_literals;

Collector::Collector(const DatabaseUrl &url, models::ReceiverSettings settings,
                     models::ReceiverSecrets secrets, QObject *parent)
    : QObject(parent), m_settings(std::move(settings)), m_secrets(std::move(secrets)),
      m_writer(QStringLiteral("writer"), url),
      m_receiver(QStringLiteral("receiver"), m_writer.object())
{
    m_retry.setSingleShot(true);
    m_retry.setInterval(5s);
    connect(&m_retry, &QTimer::timeout, this, &Collector::listen);
    const Writer &writer = m_writer.object();
    connect(&writer, &Writer::opened, this, [this] {
        m_opened = true;
        sayListening();
    });
    connect(&writer, &Writer::openFailed, this, &Collector::failed);
    connect(&writer, &Writer::closed, this, &Collector::stopped);
    connect(&writer, &Writer::storeFailed, this, &Collector::storeFailed);
    connect(&writer, &Writer::storeRecovered, this, &Collector::storeRecovered);
    const Receiver &receiver = m_receiver.object();
    connect(&receiver, &Receiver::stateChanged, this, &Collector::onStateChanged);
    connect(&receiver, &Receiver::stateChanged, &writer,
            [recorder = &m_writer.object()](const models::ReceiverState &state) {
                recorder->setReceiving(state.phase == models::ReceiverState::Phase::Listening);
            });
    connect(&receiver, &Receiver::refused, this, &Collector::onRefused);
    connect(&receiver, &Receiver::certificateChanged, this, &Collector::certificateChanged);
    connect(&receiver, &Receiver::certificateProblem, this, &Collector::certificateProblem);
    connect(&receiver, &Receiver::stopped, this,
            [this] { m_writer.call([](Writer &writing) { writing.close(); }); });
}

void Collector::start()
{
    m_writer.call([](Writer &writer) { writer.open(); });
    listen();
}

void Collector::listen()
{
    if (m_stopping)
        return;
    m_receiver.call([settings = m_settings, secrets = m_secrets](Receiver &receiver) {
        receiver.apply(settings, secrets);
    });
}

void Collector::onRefused(const QList<models::SettingsProblem> &problems)
{
    if (m_stopping)
        return;
    const models::SettingsProblem problem = problems.value(0);
    if (!problem.mayPass) {
        emit failed(problem.text);
        return;
    }
    if (std::exchange(m_waitingFor, problem.text) != problem.text)
        emit waiting(problem.text);
    m_retry.start();
}

void Collector::onStateChanged(const models::ReceiverState &state)
{
    m_url = state.url;
    sayListening();
}

void Collector::sayListening()
{
    if (m_opened && !m_url.isEmpty())
        emit listening(m_url);
}

void Collector::stop()
{
    if (m_stopping)
        return;
    m_stopping = true;
    m_retry.stop();
    m_receiver.call([](Receiver &receiver) { receiver.stop(); });
}

} // namespace app
