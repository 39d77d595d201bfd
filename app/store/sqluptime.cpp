// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/sqluptime.h"

#include "app/store/cursor.h"
#include "app/store/readsession.h"
#include "app/store/sqltext.h"

namespace app {

namespace {

models::Instant instant(qint64 milliseconds)
{
    return models::Instant(std::chrono::milliseconds(milliseconds));
}

/// Nothing where it could not be read; any thread.
std::optional<QList<models::UptimeRun>> readRuns(const DatabaseUrl &url)
{
    const auto connection = ReadSession::connect(url);
    if (!connection || !connection.value())
        return {};
    QList<models::UptimeRun> runs;
    Cursor cursor(connection.value()->database(), sqlText(QLatin1String("selectuptime")));
    cursor.start();
    while (cursor.next()) {
        runs.append({ cursor.integer(0), instant(cursor.integer(1)), instant(cursor.integer(2)),
                      models::UptimeRun::End(cursor.integer(3)) });
    }
    if (cursor.failed())
        return {};
    return runs;
}

} // namespace

SqlUptime::SqlUptime(DatabaseUrl url, QObject *parent) : QObject(parent), m_url(std::move(url))
{
    m_minute.setInterval(std::chrono::minutes(1));
    connect(&m_minute, &QTimer::timeout, this, &SqlUptime::read);
}

void SqlUptime::start()
{
    m_minute.start();
    read();
}

void SqlUptime::read()
{
    m_job.start([this, url = m_url](const std::atomic_bool &) -> models::LatestJob::Deliver {
        return [this, runs = readRuns(url)] {
            if (runs)
                emit runsRead(*runs);
        };
    });
}

} // namespace app
