// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

#include <chrono>
#include <map>
#include <vector>

namespace app {

/// What became of the events that were sent: statuses and times to acknowledge.
class SendReport final
{
public:
    void addAnswer(int status, std::chrono::nanoseconds took);
    void addBroken(const QString &reason);
    void setElapsed(std::chrono::nanoseconds elapsed) { m_elapsed = elapsed; }

    qint64 sent() const;
    /// Every event was answered with 2xx.
    bool allAccepted() const;

    /// For people: a line for each status, one for the speed, one for the times.
    QString text() const;
    /// The same for programs: sent, accepted, statuses, broken, seconds, perSecond, and
    /// latency in milliseconds (p50, p90, p99, max).
    QJsonObject json() const;

private:
    double milliseconds(int percent) const;
    double perSecond() const;

    std::map<int, qint64> m_statuses;
    std::map<QString, qint64> m_broken;
    mutable std::vector<std::chrono::nanoseconds> m_times;
    mutable bool m_sorted = true;
    std::chrono::nanoseconds m_elapsed { 0 };
};

} // namespace app
