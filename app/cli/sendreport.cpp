// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/sendreport.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("app::SendReport", text);
}

} // namespace

void SendReport::addAnswer(int status, std::chrono::nanoseconds took)
{
    ++m_statuses[status];
    m_times.push_back(took);
    m_sorted = false;
}

void SendReport::addBroken(const QString &reason)
{
    ++m_broken[reason];
}

qint64 SendReport::sent() const
{
    qint64 sum = 0;
    for (const auto &[status, count] : m_statuses)
        sum += count;
    for (const auto &[reason, count] : m_broken)
        sum += count;
    return sum;
}

bool SendReport::allAccepted() const
{
    return m_broken.empty()
            && std::all_of(m_statuses.begin(), m_statuses.end(),
                           [](const auto &entry) { return entry.first / 100 == 2; });
}

double SendReport::perSecond() const
{
    const double seconds = std::chrono::duration<double>(m_elapsed).count();
    return seconds > 0 ? double(m_times.size()) / seconds : 0;
}

double SendReport::milliseconds(int percent) const
{
    if (m_times.empty())
        return 0;
    if (!m_sorted) {
        std::sort(m_times.begin(), m_times.end());
        m_sorted = true;
    }
    // Nearest rank: the smallest time that `percent` of all do not exceed.
    const std::size_t rank = (m_times.size() * std::size_t(percent) + 99) / 100;
    return std::chrono::duration<double, std::milli>(m_times[std::max<std::size_t>(rank, 1) - 1])
            .count();
}

QString SendReport::text() const
{
    const QLocale locale;
    QString text = tr("sent %1").arg(locale.toString(sent()));
    for (const auto &[status, count] : m_statuses)
        text += tr("\nstatus %1: %2").arg(status).arg(locale.toString(count));
    for (const auto &[reason, count] : m_broken)
        text += tr("\nno answer, %1: %2").arg(reason, locale.toString(count));
    if (m_times.empty())
        return text;
    text += tr("\n%1 answers a second").arg(locale.toString(perSecond(), 'f', 0));
    text += tr("\ntime to answer: half within %1 ms, 90 % within %2 ms, 99 % within %3 ms, "
               "longest %4 ms")
                    .arg(locale.toString(milliseconds(50), 'f', 2),
                         locale.toString(milliseconds(90), 'f', 2),
                         locale.toString(milliseconds(99), 'f', 2),
                         locale.toString(milliseconds(100), 'f', 2));
    return text;
}

QJsonObject SendReport::json() const
{
    QJsonObject statuses;
    qint64 accepted = 0;
    for (const auto &[status, count] : m_statuses) {
        statuses.insert(QString::number(status), count);
        if (status / 100 == 2)
            accepted += count;
    }
    QJsonObject broken;
    for (const auto &[reason, count] : m_broken)
        broken.insert(reason, count);
    return {
        { QStringLiteral("sent"), sent() },
        { QStringLiteral("accepted"), accepted },
        { QStringLiteral("statuses"), statuses },
        { QStringLiteral("broken"), broken },
        { QStringLiteral("seconds"), std::chrono::duration<double>(m_elapsed).count() },
        { QStringLiteral("perSecond"), perSecond() },
        { QStringLiteral("latency"),
          QJsonObject { { QStringLiteral("p50"), milliseconds(50) },
                        { QStringLiteral("p90"), milliseconds(90) },
                        { QStringLiteral("p99"), milliseconds(99) },
                        { QStringLiteral("max"), milliseconds(100) } } },
    };
}

} // namespace app
