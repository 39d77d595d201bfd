// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/storereader.h"

#include <algorithm>
#include <chrono>

namespace app {

StoreReader::StoreReader(DatabaseUrl url) : m_url(std::move(url))
{
    m_pollTimer.setInterval(std::chrono::seconds(1));
    connect(&m_pollTimer, &QTimer::timeout, this, &StoreReader::poll);
}

StoreReader::~StoreReader() = default;

void StoreReader::startWatching()
{
    m_pollTimer.start();
}

void StoreReader::readNewer(qint64 afterEvent, qint64 afterRepeat, int limit)
{
    if (!ready()) {
        answer(models::EventBatch { models::EventBatch::Kind::Newer, {}, {}, {}, true });
    } else {
        auto batch = m_session->batches().newer(afterEvent, afterRepeat, limit);
        if (batch) {
            const auto &rows = batch.value().rows;
            const auto &repeats = batch.value().repeats;
            if (!rows.empty())
                m_latest.first = std::max(m_latest.first, rows.back().id);
            if (!repeats.empty())
                m_latest.second = std::max(m_latest.second, repeats.back().id);
        }
        answer(std::move(batch));
    }
    emit newerAnswered();
}

void StoreReader::readOlder(qint64 beforeEvent, int limit)
{
    if (!ready()) {
        answer(models::EventBatch { models::EventBatch::Kind::Older, {}, {}, {}, true });
        return;
    }
    auto batch = m_session->batches().older(beforeEvent, limit);
    if (batch && !batch.value().rows.empty())
        m_latest.first = std::max(m_latest.first, batch.value().rows.front().id);
    answer(std::move(batch));
}

void StoreReader::loadEvent(qint64 id)
{
    if (!ready()) {
        if (m_failure.isEmpty())
            emit eventMissing(id);
        else
            emit failed(m_failure);
        return;
    }
    const auto stored = m_session->event(id);
    if (!stored)
        fail(stored.error());
    else if (stored.value())
        emit eventLoaded(*stored.value());
    else
        emit eventMissing(id);
}

// False: there is nothing to read from; m_failure says why, empty where the store is empty.
bool StoreReader::ready()
{
    m_failure.clear();
    if (m_session)
        return true;
    auto session = ReadSession::open(m_url, m_shipped, BatchReader::Texts::Repeated);
    if (session)
        m_session = std::move(session.value());
    else
        m_failure = session.error();
    m_dataVersion = -1;
    return m_session != nullptr;
}

void StoreReader::answer(models::Result<models::EventBatch> batch)
{
    if (!m_failure.isEmpty())
        emit failed(m_failure);
    else if (batch)
        emit batchRead(batch.value());
    else
        fail(batch.error());
}

// The session is opened anew for the next call: what was wrong may have passed by then.
void StoreReader::fail(const QString &reason)
{
    m_session.reset();
    emit failed(reason);
}

void StoreReader::poll()
{
    if (!ready())
        return;
    const auto version = m_session->connection().number(QStringLiteral("PRAGMA data_version"));
    if (!version || version.value() == m_dataVersion)
        return;
    m_dataVersion = version.value();
    const auto latest = m_session->latest();
    if (!latest)
        return;
    const bool more =
            latest.value().first > m_latest.first || latest.value().second > m_latest.second;
    m_latest = { std::max(m_latest.first, latest.value().first),
                 std::max(m_latest.second, latest.value().second) };
    if (more)
        emit grown();
}

} // namespace app
