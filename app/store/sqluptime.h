// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/databaseurl.h"
#include "models/domain/uptime.h"
#include "models/index/latestjob.h"

#include <QTimer>

namespace app {

/// Reads the record of when the receiver was on, at once and then each minute, through a
/// connection that lasts no longer than that. What cannot be read is not told; the archive says
/// why. GUI thread.
class SqlUptime final : public QObject
{
    Q_OBJECT
public:
    explicit SqlUptime(DatabaseUrl url, QObject *parent = nullptr);

    void start();
    /// Reads now; answered by runsRead().
    void read();

signals:
    void runsRead(const QList<models::UptimeRun> &runs);

private:
    const DatabaseUrl m_url;
    QTimer m_minute { this };
    models::LatestJob m_job;
};

} // namespace app
