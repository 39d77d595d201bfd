// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/storereader.h"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <utility>

namespace app {

StoreReader::StoreReader(DatabaseUrl url) : m_url(std::move(url))
{
    m_pollTimer.setInterval(std::chrono::seconds(1));
    connect(&m_pollTimer, &QTimer::timeout, this, &StoreReader::poll);
    m_aheadTimer.setSingleShot(true);
    connect(&m_aheadTimer, &QTimer::timeout, this, &StoreReader::readAhead);
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
                m_latest.event = std::max(m_latest.event, rows.back().id);
            if (!repeats.empty())
                m_latest.repeat = std::max(m_latest.repeat, repeats.back().id);
            sendTermsAhead(batch.value());
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
    auto batch = older(beforeEvent, limit);
    m_next = {};
    if (batch && !batch.value().rows.empty()) {
        const auto &rows = batch.value().rows;
        m_latest.event = std::max(m_latest.event, rows.front().id);
        if (!batch.value().complete)
            m_next = { rows.back().id, limit };
        else
            m_session->connection().forgetPages();
    }
    answer(std::move(batch));
    if (m_next.first != 0)
        m_aheadTimer.start(0);
}

models::Result<models::EventBatch> StoreReader::older(qint64 beforeEvent, int limit)
{
    if (m_ahead && m_ahead->before == beforeEvent && m_ahead->limit <= limit) {
        models::EventBatch batch = std::move(m_ahead->batch);
        m_ahead.reset();
        return batch;
    }
    auto batch = m_session->batches().older(beforeEvent, limit);
    if (batch) {
        sendTermsAhead(batch.value());
        m_ahead.reset();
    }
    return batch;
}

// A failure is told when the page is asked for.
void StoreReader::readAhead()
{
    const auto [before, limit] = m_next;
    if (m_ahead || before == 0 || !m_session)
        return;
    auto batch = m_session->batches().older(before, limit);
    if (batch)
        m_ahead = Ahead { before, limit, std::move(batch.value()) };
}

void StoreReader::sendTermsAhead(models::EventBatch &batch)
{
    if (!m_ahead)
        return;
    std::vector<models::Term> terms = std::exchange(m_ahead->batch.terms, {});
    std::move(terms.begin(), terms.end(), std::back_inserter(batch.terms));
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
    const auto found = m_session->latest();
    if (!found)
        return;
    const ReadSession::Latest &latest = found.value();
    const bool more = latest.event > m_latest.event || latest.repeat > m_latest.repeat;
    const bool moreActs = latest.act > m_latest.act;
    m_latest = { std::max(m_latest.event, latest.event), std::max(m_latest.repeat, latest.repeat),
                 std::max(m_latest.act, latest.act) };
    if (more)
        emit grown();
    if (moreActs)
        emit actsGrown();
}

} // namespace app
