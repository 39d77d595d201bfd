// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/deliveryreader.h"

#include <algorithm>

namespace app {

using namespace std::chrono_literals;

namespace {

constexpr qint64 idsCounted = 50000; // at a time: some 30 ms
constexpr qint64 idsExported = 2000;

} // namespace

DeliveryReader::DeliveryReader(DatabaseUrl url) : m_url(std::move(url))
{
    m_pollTimer.setInterval(1s);
    connect(&m_pollTimer, &QTimer::timeout, this, &DeliveryReader::poll);
}

DeliveryReader::~DeliveryReader() = default;

void DeliveryReader::startWatching()
{
    m_pollTimer.start();
}

void DeliveryReader::readOlder(quint64 request, const models::DeliveryFilter &filter, qint64 before,
                               int limit)
{
    if (!ready()) {
        if (m_failure.isEmpty())
            emit older(request, {}, true);
        else
            emit failed(m_failure);
        return;
    }
    const int most = std::clamp(limit, 1, DeliverySession::mostRecords);
    const auto records = m_session->older(filter, before, most);
    if (records)
        emit older(request, records.value(), records.value().size() < most);
    else
        fail(records.error());
}

void DeliveryReader::readNewer(quint64 request, const models::DeliveryFilter &filter, qint64 after,
                               int limit)
{
    if (!ready()) {
        if (m_failure.isEmpty())
            emit newer(request, {});
        else
            emit failed(m_failure);
        return;
    }
    const auto records = m_session->newer(filter, after, limit);
    if (records)
        emit newer(request, records.value());
    else
        fail(records.error());
}

void DeliveryReader::count(quint64 request, const models::DeliveryFilter &filter)
{
    m_counting.reset();
    if (!ready()) {
        if (m_failure.isEmpty())
            emit counted(request, DeliveryTally(filter).counts());
        else
            emit failed(m_failure);
        return;
    }
    const auto newest = m_session->newest();
    if (!newest) {
        fail(newest.error());
        return;
    }
    m_counting = Counting { request, filter, DeliveryTally(filter), 0, newest.value() };
    if (!m_countingQueued)
        later(&DeliveryReader::countSlice);
    m_countingQueued = true;
}

void DeliveryReader::countSlice()
{
    m_countingQueued = false;
    if (!m_counting)
        return;
    if (!ready()) {
        m_counting.reset();
        emit failed(m_failure);
        return;
    }
    const qint64 upTo = std::min(m_counting->newest, m_counting->reached + idsCounted);
    if (const auto done =
                m_session->tally(m_counting->filter, m_counting->reached, upTo, m_counting->tally);
        !done) {
        m_counting.reset();
        fail(done.error());
        return;
    }
    m_counting->reached = upTo;
    if (upTo < m_counting->newest) {
        later(&DeliveryReader::countSlice);
        m_countingQueued = true;
        return;
    }
    m_session->connection().forgetPages();
    emit counted(m_counting->request, m_counting->tally.counts());
    m_counting.reset();
}

void DeliveryReader::loadDetail(qint64 id)
{
    if (!ready()) {
        emit failed(m_failure.isEmpty() ? tr("There is no request on record yet.") : m_failure);
        return;
    }
    const auto detail = m_session->detail(id);
    if (detail)
        emit detailLoaded(detail.value());
    else
        fail(detail.error());
}

void DeliveryReader::loadHead(qint64 event)
{
    if (!ready()) {
        emit headLoaded(event, {});
        return;
    }
    const auto head = m_session->headOfEvent(event);
    emit headLoaded(event, head ? head.value() : QByteArray());
    if (!head)
        fail(head.error());
}

void DeliveryReader::exportTo(const QString &file, const models::DeliveryFilter &filter)
{
    if (m_export) {
        emit exported(file, tr("Another export is under way; this one was not begun."));
        return;
    }
    qint64 newest = 0;
    if (ready()) {
        const auto id = m_session->newest();
        if (!id) {
            emit exported(file, id.error());
            return;
        }
        newest = id.value();
    } else if (!m_failure.isEmpty()) {
        emit exported(file, m_failure);
        return;
    }
    m_export = std::make_unique<DeliveryExport>(file, filter, newest);
    if (const auto opened = m_export->open(); !opened)
        endExport(opened.error());
    else
        later(&DeliveryReader::exportSlice);
}

void DeliveryReader::exportSlice()
{
    if (!m_export)
        return;
    if (m_export->reached >= m_export->newest()) {
        const auto done = m_export->finish();
        endExport(done ? QString() : done.error());
        return;
    }
    if (!ready()) {
        endExport(m_failure);
        return;
    }
    bool written = true;
    const qint64 upTo = std::min(m_export->newest(), m_export->reached + idsExported);
    const auto read =
            m_session->slice(m_export->filter(), m_export->reached, upTo,
                             [&](const models::DeliveryRecord &record, const QByteArray &head) {
                                 written = written && m_export->add(record, head);
                             });
    if (!read) {
        m_session.reset();
        endExport(read.error());
    } else if (!written) {
        endExport(m_export->failure().text);
    } else {
        m_export->reached = upTo;
        emit exportProgress(upTo, m_export->newest());
        later(&DeliveryReader::exportSlice);
    }
}

void DeliveryReader::cancelExport()
{
    if (m_export)
        endExport(tr("The export was cancelled; no file was written."));
}

void DeliveryReader::endExport(const QString &reason)
{
    const QString file = m_export->name();
    m_export.reset(); // what was not finished goes with it
    emit exported(file, reason);
}

// Behind what waits already, so that other calls get their turn.
void DeliveryReader::later(void (DeliveryReader::*step)())
{
    QMetaObject::invokeMethod(this, step, Qt::QueuedConnection);
}

// False: there is nothing to read from; m_failure says why, empty where the store is empty.
bool DeliveryReader::ready()
{
    m_failure.clear();
    if (m_session)
        return true;
    auto session = DeliverySession::open(m_url);
    if (session)
        m_session = std::move(session.value());
    else
        m_failure = session.error();
    m_dataVersion = -1;
    return m_session != nullptr;
}

// The session is opened anew for the next call: what was wrong may have passed by then.
void DeliveryReader::fail(const QString &reason)
{
    m_session.reset();
    emit failed(reason);
}

void DeliveryReader::poll()
{
    const bool known = m_session && m_dataVersion >= 0;
    if (!ready())
        return;
    const auto version = m_session->connection().number(QStringLiteral("PRAGMA data_version"));
    if (!version || version.value() == m_dataVersion)
        return;
    m_dataVersion = version.value();
    if (known)
        emit grown();
}

} // namespace app
