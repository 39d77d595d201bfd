// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/connection.h"
#include "models/domain/act.h"

#include <QObject>

#include <functional>

namespace app {

/// The journal's side on a reading thread: one call, one connection, let go afterwards.
class ActReader final : public QObject
{
    Q_OBJECT
public:
    explicit ActReader(DatabaseUrl url);

    /// Answered as models::Journal::readActs().
    void read(qint64 after);

    /// The same at once: calls `take` with each act. On the connection's thread.
    static models::Result<models::Done> forEach(const Connection &connection, qint64 after,
                                                const std::function<void(models::Act)> &take);

signals:
    void actsRead(const QList<models::Act> &acts, bool complete);
    void readFailed(const QString &reason);

private:
    const DatabaseUrl m_url;
};

} // namespace app
