// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/sendjob.h"

#include "app/cli/postconnection.h"

#include <QTimer>

#include <algorithm>
#include <cmath>

namespace app {

SendJob::SendJob(SendPlan plan, QObject *parent)
    : QObject(parent), m_plan(std::move(plan)), m_lines(m_plan.files), m_pace(new QTimer(this))
{
    m_pace->setSingleShot(true);
    m_pace->setTimerType(Qt::PreciseTimer);
    connect(m_pace, &QTimer::timeout, this, &SendJob::pump);
    for (int i = 0; i < m_plan.connections; ++i) {
        auto *connection = new PostConnection(m_plan.url, m_plan.token, this);
        connect(connection, &PostConnection::answered, this,
                [this, connection](int status, std::chrono::nanoseconds took) {
                    onAnswered(*connection, status, took);
                });
        connect(connection, &PostConnection::broken, this, &SendJob::onBroken);
        m_connections.push_back(connection);
    }
}

void SendJob::start()
{
    if (!m_plan.acknowledgedFile.isEmpty()) {
        m_acknowledged.setFileName(m_plan.acknowledgedFile);
        // Unbuffered: a line is in the file before the next request goes out.
        if (!m_acknowledged.open(QIODevice::WriteOnly | QIODevice::Append
                                 | QIODevice::Unbuffered)) {
            m_failure = tr("%1 cannot be written: %2.")
                                .arg(m_plan.acknowledgedFile, m_acknowledged.errorString());
            m_exhausted = true;
        }
    }
    m_clock.start();
    pump();
}

void SendJob::pump()
{
    for (PostConnection *connection : m_connections) {
        if (m_exhausted || tooEarly())
            break;
        if (!connection->idle())
            continue;
        const std::optional<QByteArray> line = m_lines.next();
        if (!line) {
            m_exhausted = true;
            m_failure = m_lines.failure();
            break;
        }
        ++m_posted;
        connection->post(*line);
    }
    finishWhenIdle();
}

bool SendJob::tooEarly()
{
    if (m_plan.rate <= 0)
        return false;
    const double due = double(m_posted) * 1000 / m_plan.rate; // ms since the start
    const double early = due - double(m_clock.nsecsElapsed()) / 1e6;
    if (early <= 0)
        return false;
    if (!m_pace->isActive())
        m_pace->start(int(std::min(std::ceil(early), 60000.0)));
    return true;
}

void SendJob::onAnswered(const PostConnection &connection, int status,
                         std::chrono::nanoseconds took)
{
    m_report.addAnswer(status, took);
    if (m_acknowledged.isOpen() && status / 100 == 2) {
        QByteArray line = connection.body();
        line.append('\n');
        if (m_acknowledged.write(line) != line.size()) {
            m_failure = tr("%1 cannot be written: %2.")
                                .arg(m_plan.acknowledgedFile, m_acknowledged.errorString());
            m_exhausted = true;
        }
    }
    pump();
}

void SendJob::onBroken(const QString &reason, bool reached)
{
    m_report.addBroken(reason);
    if (!reached && m_failure.isEmpty()) {
        m_exhausted = true; // the rest would only fail as well
        m_failure = tr("The receiver cannot be reached (%1); the rest was not sent.").arg(reason);
    }
    // Later: the connection is just telling us.
    QTimer::singleShot(0, this, &SendJob::pump);
}

void SendJob::finishWhenIdle()
{
    const bool idle = std::all_of(m_connections.begin(), m_connections.end(),
                                  [](const PostConnection *c) { return c->idle(); });
    if (!m_exhausted || !idle || m_finished)
        return;
    m_finished = true;
    m_report.setElapsed(std::chrono::nanoseconds(m_clock.nsecsElapsed()));
    emit finished();
}

} // namespace app
