// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/deliverysession.h"

#include "app/store/readsession.h"
#include "app/store/requesthead.h"
#include "app/store/sqltext.h"

#include <QCoreApplication>

#include <algorithm>

namespace app {

using models::Failure;
using models::Result;

namespace {

constexpr int headColumn = recordColumns;
constexpr int firstEventColumn = recordColumns + 2;

QByteArray headAt(const Cursor &cursor)
{
    return joinHead({ cursor.bytes(headColumn), cursor.integer(headColumn + 1) });
}

/// `bound`, the values of the filter, and `last`, in the order of the placeholders.
std::vector<SqlValue> values(qint64 bound, const models::DeliveryFilter &filter, qint64 last)
{
    std::vector<SqlValue> list;
    list.emplace_back(bound);
    for (const SqlValue &value : filterValues(filter))
        list.push_back(value);
    list.emplace_back(last);
    return list;
}

} // namespace

DeliverySession::DeliverySession(std::unique_ptr<Connection> connection)
    : m_connection(std::move(connection)),
      m_older(m_connection->database(), sqlText(QLatin1String("selectdeliveriesolder"))),
      m_newer(m_connection->database(), sqlText(QLatin1String("selectdeliveriesnewer"))),
      m_facets(m_connection->database(), sqlText(QLatin1String("selectdeliveryfacets"))),
      m_slice(m_connection->database(), sqlText(QLatin1String("selectdeliveriesslice"))),
      m_detail(m_connection->database(), sqlText(QLatin1String("selectdelivery"))),
      m_parts(m_connection->database(), sqlText(QLatin1String("selectparts"))),
      m_body(m_connection->database(), sqlText(QLatin1String("selectbody"))),
      m_latest(m_connection->database(), sqlText(QLatin1String("selectlatest"))),
      m_eventHead(m_connection->database(), sqlText(QLatin1String("selecteventhead")))
{
}

Result<std::unique_ptr<DeliverySession>> DeliverySession::open(const DatabaseUrl &url)
{
    using None = std::unique_ptr<DeliverySession>;
    auto connection = ReadSession::connect(url);
    if (!connection)
        return Failure { connection.error() };
    if (!connection.value())
        return None();
    return None(new DeliverySession(std::move(connection.value())));
}

Result<DeliverySession::Records> DeliverySession::older(const models::DeliveryFilter &filter,
                                                        qint64 before, int limit)
{
    return read(m_older, filter, before, limit);
}

Result<DeliverySession::Records> DeliverySession::newer(const models::DeliveryFilter &filter,
                                                        qint64 after, int limit)
{
    return read(m_newer, filter, after, limit);
}

Result<DeliverySession::Records> DeliverySession::read(Cursor &cursor,
                                                       const models::DeliveryFilter &filter,
                                                       qint64 bound, int limit)
{
    Records records;
    cursor.startWith(values(bound, filter, std::clamp(limit, 0, mostRecords)));
    while (cursor.next())
        records.append(recordAt(cursor));
    if (cursor.failed())
        return Failure { cursor.failure() };
    return records;
}

Result<QByteArray> DeliverySession::headOfEvent(qint64 event)
{
    m_eventHead.start(event);
    QByteArray head;
    if (m_eventHead.next())
        head = joinHead({ m_eventHead.bytes(0), m_eventHead.integer(1) });
    if (m_eventHead.failed())
        return Failure { m_eventHead.failure() };
    m_eventHead.stop();
    return head;
}

Result<models::DeliveryDetail> DeliverySession::detail(qint64 id)
{
    m_detail.start(id);
    if (!m_detail.next()) {
        return Failure { m_detail.failed()
                                 ? m_detail.failure()
                                 : QCoreApplication::translate("app::DeliverySession",
                                                               "That request is not on record "
                                                               "(any more).") };
    }
    models::DeliveryDetail detail;
    detail.record = recordAt(m_detail);
    detail.head = headAt(m_detail);
    const qint64 first = m_detail.integer(firstEventColumn);
    m_detail.stop();
    const qint64 events = qMin(qint64(detail.record.events), qint64(detail.mostEvents));
    for (qint64 i = 0; first > 0 && i < events; ++i)
        detail.events.append(first + i);
    if (first > 0) {
        if (const QString failure = readFirstBody(first, detail); !failure.isEmpty())
            return Failure { failure };
    }
    if (const QString failure = readParts(detail); !failure.isEmpty())
        return Failure { failure };
    return detail;
}

QString DeliverySession::readFirstBody(qint64 event, models::DeliveryDetail &detail)
{
    m_body.start(event);
    if (!m_body.next())
        return m_body.failure();
    const auto body = m_codec.unpack(int(m_body.integer(0)), m_body.bytes(1), m_body.bytes(2));
    m_body.stop();
    if (!body)
        return body.error();
    detail.body = body.value().left(detail.mostBytes);
    return {};
}

QString DeliverySession::readParts(models::DeliveryDetail &detail)
{
    constexpr qsizetype mostTogether = 8 * models::DeliveryDetail::mostBytes;
    qsizetype together = 0;
    m_parts.start(detail.record.id, qint64(detail.mostBytes), qint64(detail.mostEvents));
    while (m_parts.next()) {
        models::RefusedPartRecord part;
        part.position = int(m_parts.integer(0));
        part.reason = QString::fromUtf8(m_parts.bytes(1));
        if (together < mostTogether)
            part.bytes = m_parts.bytes(2);
        together += part.bytes.size();
        part.size = m_parts.integer(3);
        part.acceptedAs = m_parts.integer(4);
        detail.parts.append(part);
    }
    return m_parts.failure();
}

Result<qint64> DeliverySession::newest()
{
    m_latest.start();
    if (!m_latest.next())
        return Failure { m_latest.failure() };
    const qint64 id = m_latest.integer(3);
    m_latest.stop();
    return id;
}

Result<models::Done> DeliverySession::tally(const models::DeliveryFilter &filter, qint64 after,
                                            qint64 upTo, DeliveryTally &tally)
{
    m_facets.startWith({ after, likePattern(filter.text), upTo });
    while (m_facets.next()) {
        tally.add(models::DeliveryResult(m_facets.integer(0)), m_facets.integer(1),
                  m_facets.bytes(2), m_facets.bytes(3));
    }
    if (m_facets.failed())
        return Failure { m_facets.failure() };
    return models::Done {};
}

Result<models::Done> DeliverySession::slice(const models::DeliveryFilter &filter, qint64 after,
                                            qint64 upTo, const Take &take)
{
    m_slice.startWith(values(after, filter, upTo));
    while (m_slice.next())
        take(recordAt(m_slice), headAt(m_slice));
    if (m_slice.failed())
        return Failure { m_slice.failure() };
    return models::Done {};
}

} // namespace app
