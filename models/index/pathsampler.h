// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/eventrow.h"

#include <QObject>
#include <QSet>
#include <QTimer>

namespace models {

class Archive;
class EventIndex;
struct StoredEvent;

/// Reads a few bodies out of the store, one for each type of event, so that the paths in them are
/// known before anybody has looked at an event: bodies of one type have the same paths. It asks
/// for one at a time while nothing arrives, and for no more than `most` in all. GUI thread.
class PathSampler final : public QObject
{
    Q_OBJECT
public:
    static constexpr int most = 48;
    /// How long nothing may have arrived.
    static constexpr std::chrono::milliseconds rest { 1500 };

    /// Both must outlive it.
    PathSampler(const EventIndex &index, Archive &archive, QObject *parent = nullptr);

signals:
    /// A body as it came.
    void sampled(const QByteArray &body);

private:
    void look();
    void take(const StoredEvent &event);
    void next();

    const EventIndex &m_index;
    Archive &m_archive;
    quint32 m_looked = 0; ///< rows whose types are known
    QSet<TermId> m_types; ///< that were asked for or will be
    QList<qint64> m_wanted; ///< events, next first
    qint64 m_asked = 0; ///< the one that is being loaded; 0: none
    QTimer m_soon;
};

} // namespace models
