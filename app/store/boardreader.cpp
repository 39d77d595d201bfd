// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/boardreader.h"

#include "app/store/rowcoder.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

namespace app {

BoardReader::BoardReader(DatabaseUrl url) : m_url(std::move(url))
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &BoardReader::goOn);
}

BoardReader::~BoardReader() = default;

void BoardReader::start()
{
    if (std::exchange(m_started, true))
        return;
    m_next.start(0);
}

void BoardReader::noticeGrowth()
{
    if (!m_started || m_next.isActive())
        return;
    const auto left = m_told.isValid() ? pause.count() - m_told.elapsed() : 0;
    m_next.start(int(std::max<qint64>(0, left)));
}

// One batch, so that the thread hears in between that the program ends.
void BoardReader::goOn()
{
    if (!ready())
        return;
    if (!m_session) {
        if (!std::exchange(m_loaded, true))
            emit updated({}); // there is no store yet: nothing is all there is
        return;
    }
    constexpr qint64 noRepeats = std::numeric_limits<qint64>::max();
    const auto batch = m_session->batches().newer(m_newest, noRepeats, BatchReader::mostRows);
    if (!batch)
        return fail(batch.error());
    take(batch.value());
}

void BoardReader::take(const models::EventBatch &batch)
{
    m_boards.add(batch);
    keepTerms(batch);
    m_events += qint64(batch.rows.size());
    if (!batch.rows.empty())
        m_newest = batch.rows.back().id;
    if (!batch.complete) {
        if (!m_loaded)
            emit progress(m_events);
        return m_next.start(0);
    }
    models::BoardChanges changes = m_boards.settle();
    m_told.start();
    if (std::exchange(m_loaded, true) && changes.isEmpty())
        return;
    emit updated({ m_boards, std::move(changes), std::exchange(m_terms, {}) });
}

// The index brings the texts of its own columns.
void BoardReader::keepTerms(const models::EventBatch &batch)
{
    std::vector<models::TermId> own;
    for (const models::EventRow &row : batch.rows) {
        for (int column = indexTermColumns; column < termColumns; ++column)
            own.push_back(row.*termMembers[size_t(column)]);
    }
    std::sort(own.begin(), own.end());
    std::copy_if(batch.terms.begin(), batch.terms.end(), std::back_inserter(m_terms),
                 [&own](const models::Term &term) {
                     return std::binary_search(own.begin(), own.end(), term.id);
                 });
}

// False: the store cannot be read. True without a session: there is no store yet.
bool BoardReader::ready()
{
    if (m_session)
        return true;
    auto session = ReadSession::open(m_url, m_shipped, BatchReader::Texts::Repeated);
    if (!session) {
        fail(session.error());
        return false;
    }
    m_session = std::move(session.value());
    return true;
}

// The session is opened anew for the next try: what was wrong may have passed by then.
void BoardReader::fail(const QString &reason)
{
    m_session.reset();
    m_next.start(retryDelay);
    emit failed(reason);
}

} // namespace app
