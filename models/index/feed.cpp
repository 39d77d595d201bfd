// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/feed.h"

#include "models/index/eventindex.h"
#include "models/ports/archive.h"

#include <algorithm>
#include <limits>

namespace models {

Feed::Feed(Archive &archive, EventIndex &index, QObject *parent)
    : QObject(parent), m_archive(archive), m_index(index),
      m_oldestRead(std::numeric_limits<qint64>::max())
{
    m_frameTimer.setSingleShot(true);
    m_frameTimer.setTimerType(Qt::PreciseTimer);
    m_olderTimer.setSingleShot(true);
    m_olderTimer.setInterval(olderPace);
    m_retryTimer.setSingleShot(true);
    m_retryTimer.setInterval(retryDelay);
    connect(&m_frameTimer, &QTimer::timeout, this, &Feed::readNewer);
    connect(&m_olderTimer, &QTimer::timeout, this, &Feed::announceOlder);
    connect(&m_retryTimer, &QTimer::timeout, this, &Feed::retry);
    connect(&m_archive, &Archive::batchRead, this, &Feed::take);
    connect(&m_archive, &Archive::grew, this, &Feed::wantNewer);
    connect(&m_archive, &Archive::failed, this, [this] {
        m_index.announce(); // what was read is shown, whatever becomes of the rest
        if (m_olderAsked || m_newerAsked)
            m_retryTimer.start();
    });
}

void Feed::start()
{
    if (m_started)
        return;
    m_started = true;
    m_loading = true;
    emit loadingChanged();
    readOlder();
}

void Feed::readOlder()
{
    m_olderAsked = true;
    const bool first = m_oldestRead == std::numeric_limits<qint64>::max();
    m_archive.readOlder(m_oldestRead, first ? firstPageRows : pageRows);
}

void Feed::wantNewer()
{
    // Before the first page is here nobody knows what is newer.
    const bool firstPage = m_olderDone || m_oldestRead != std::numeric_limits<qint64>::max();
    if (!firstPage || m_newerAsked) {
        m_newerWanted = true;
        return;
    }
    if (m_frameTimer.isActive())
        return;
    const qint64 since = m_lastLive.isValid() ? m_lastLive.elapsed() : frame.count();
    if (m_live && since < frame.count())
        m_frameTimer.start(static_cast<int>(frame.count() - since));
    else
        readNewer();
}

void Feed::readNewer()
{
    m_newerAsked = true;
    m_newerWanted = false;
    m_archive.readNewer(m_newestRead, m_repeatRead, pageRows);
}

void Feed::take(const EventBatch &batch)
{
    if (!m_started)
        return;
    m_retryTimer.stop();
    for (const EventRow &row : batch.rows) {
        m_oldestRead = std::min(m_oldestRead, row.id);
        m_newestRead = std::max(m_newestRead, row.id);
    }
    for (const Repeat &repeat : batch.repeats)
        m_repeatRead = std::max(m_repeatRead, repeat.id);
    if (batch.kind == EventBatch::Kind::Older)
        takeOlder(batch);
    else
        takeNewer(batch);
}

/// The next page is asked for at once, so that it is read while this one is taken over.
void Feed::takeOlder(const EventBatch &batch)
{
    const bool first = !m_live && !m_newerAsked;
    m_olderAsked = false;
    // A page without rows and without an end would be asked for again for ever.
    m_olderDone = batch.complete || batch.rows.empty();
    if (!m_olderDone)
        readOlder();
    m_index.add(batch);
    if (first || m_olderDone)
        announceOlder();
    else if (!m_olderTimer.isActive())
        m_olderTimer.start();
    if (first)
        wantNewer();
}

void Feed::announceOlder()
{
    m_index.announce();
    m_olderTimer.stop();
    emit progress(m_index.rows());
    emit appended();
    if (m_olderDone && m_loading) {
        m_loading = false;
        emit loadingChanged();
    }
}

void Feed::append(const EventBatch &batch)
{
    m_index.append(batch);
    emit progress(m_index.rows());
    emit appended();
}

void Feed::takeNewer(const EventBatch &batch)
{
    append(batch);
    m_newerAsked = false;
    m_lastLive.start();
    const bool more = !batch.complete && (!batch.rows.empty() || !batch.repeats.empty());
    m_live = m_live || !more;
    if (more || m_newerWanted)
        wantNewer();
}

void Feed::retry()
{
    if (m_olderAsked)
        readOlder();
    if (m_newerAsked)
        readNewer();
}

} // namespace models
