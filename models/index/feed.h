// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/eventrow.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace models {

class Archive;
class EventIndex;

/// Brings the store's events into the index: the newest page first, then older ones until all
/// are there, and between them whatever is newer, each time the archive says that it grew.
/// Live, one batch per frame at most, so that a flood does not take the screen. GUI thread.
class Feed final : public QObject
{
    Q_OBJECT
public:
    /// Both must outlive the feed.
    Feed(Archive &archive, EventIndex &index, QObject *parent = nullptr);

    /// Begins to read; once.
    void start();
    /// Events are still being loaded that were there at the start.
    bool loading() const { return m_loading; }

    static constexpr int pageRows = 4096;
    static constexpr int firstPageRows = 512; ///< some screens full, and soon there
    static constexpr std::chrono::milliseconds frame { 33 };
    /// While older events are loaded the screen is told of them so often: each telling repaints it.
    static constexpr std::chrono::milliseconds olderPace { 100 };
    static constexpr std::chrono::milliseconds retryDelay { 2000 };

signals:
    void loadingChanged();
    /// Rows that are in the index by now; while loading, to be shown as progress.
    void progress(qint64 rows);
    /// A batch was taken over.
    void appended();

private:
    void take(const EventBatch &batch);
    void takeOlder(const EventBatch &batch);
    void announceOlder();
    void takeNewer(const EventBatch &batch);
    void append(const EventBatch &batch);
    void readOlder();
    void wantNewer();
    void readNewer();
    void retry();

    Archive &m_archive;
    EventIndex &m_index;
    QTimer m_frameTimer; ///< runs until the next live batch may be asked for
    QTimer m_olderTimer; ///< runs until older events are announced
    QTimer m_retryTimer;
    QElapsedTimer m_lastLive;
    qint64 m_oldestRead = 0; ///< smallest id that was read
    qint64 m_newestRead = 0; ///< largest id that was read
    qint64 m_repeatRead = 0; ///< largest id of a repeat that was read
    bool m_started = false;
    bool m_loading = false;
    bool m_olderAsked = false;
    bool m_olderDone = false;
    bool m_newerAsked = false;
    bool m_newerWanted = false; ///< grew while an answer was under way
    bool m_live = false; ///< has caught up once
};

} // namespace models
