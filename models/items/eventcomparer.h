// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/jsondiff.h"
#include "models/index/latestjob.h"
#include "models/ports/archive.h"

#include <QObject>

#include <optional>

namespace models {

class EventIndex;

/// Two events with what their bodies have in common and what not. `problem` says why there is no
/// comparison; all else is of no use then.
struct EventComparison
{
    StoredEvent left; ///< the one that arrived first
    StoredEvent right;
    QList<JsonDifference> all;
    QString problem;
};

/// Compares the bodies of two stored events: loads both, and compares on a pool thread. A newer
/// wish replaces one that is under way. GUI thread.
class EventComparer final : public QObject
{
    Q_OBJECT
public:
    /// Both must outlive it.
    EventComparer(const EventIndex &index, Archive &archive, QObject *parent = nullptr);

    /// Two events, in either order; answered by compared().
    void compare(qint64 one, qint64 other);
    /// An event and the one before it about the same subject; answered by compared().
    void compareWithPrevious(qint64 id);

signals:
    void compared(const models::EventComparison &comparison);

private:
    void take(const StoredEvent &event);
    void miss(qint64 id);
    void fail(const QString &problem);

    const EventIndex &m_index;
    Archive &m_archive;
    qint64 m_leftId = 0; ///< 0: nothing is wanted
    qint64 m_rightId = 0;
    std::optional<StoredEvent> m_left;
    std::optional<StoredEvent> m_right;
    LatestJob m_job;
};

} // namespace models
