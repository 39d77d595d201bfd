// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/inserts.h"

#include "app/store/rowcoder.h"
#include "app/store/sqltext.h"

#include <QVariant>

namespace app {

namespace {

// The driver binds null strings and byte arrays as NULL, which the columns do not take.
QString present(const QString &text)
{
    return text.isNull() ? QStringLiteral("") : text;
}

QByteArray present(const QByteArray &bytes)
{
    return bytes.isNull() ? QByteArray("") : bytes;
}

} // namespace

Inserts::Inserts(const QSqlDatabase &database)
    : m_term(database), m_event(database), m_body(database), m_repeat(database),
      m_delivery(database), m_refusedPart(database)
{
}

bool Inserts::prepare()
{
    const std::pair<QSqlQuery *, QLatin1String> list[] = {
        { &m_term, QLatin1String("insertterm") },
        { &m_event, QLatin1String("insertevent") },
        { &m_body, QLatin1String("insertbody") },
        { &m_repeat, QLatin1String("insertrepeat") },
        { &m_delivery, QLatin1String("insertdelivery") },
        { &m_refusedPart, QLatin1String("insertrefusedpart") },
    };
    for (const auto &[query, name] : list) {
        query->setForwardOnly(true);
        if (!query->prepare(sqlText(name))) {
            m_error = query->lastError();
            return false;
        }
    }
    return true;
}

bool Inserts::term(models::TermId id, const QByteArray &text)
{
    m_term.bindValue(0, id);
    m_term.bindValue(1, text);
    return exec(m_term);
}

bool Inserts::event(const models::EventRow &row, const std::optional<models::Instant> &time,
                    qint64 delivery, quint64 fingerprint)
{
    m_event.bindValue(0, row.id);
    m_event.bindValue(1, row.received);
    m_event.bindValue(2, time ? QVariant(qint64(time->time_since_epoch().count())) : QVariant());
    m_event.bindValue(3, int(row.family));
    m_event.bindValue(4, int(row.severity));
    m_event.bindValue(5, int(row.status));
    for (int i = 0; i < termColumns; ++i)
        m_event.bindValue(firstTermColumn + i, row.*termMembers[size_t(i)]);
    m_event.bindValue(rowColumns, delivery);
    m_event.bindValue(rowColumns + 1, qint64(fingerprint));
    return exec(m_event);
}

bool Inserts::body(qint64 event, const BodyCodec::Packed &packed)
{
    m_body.bindValue(0, event);
    m_body.bindValue(1, packed.codec);
    m_body.bindValue(2, present(packed.bytes));
    return exec(m_body);
}

bool Inserts::repeat(qint64 event, models::Instant received)
{
    m_repeat.bindValue(0, event);
    m_repeat.bindValue(1, qint64(received.time_since_epoch().count()));
    return exec(m_repeat);
}

bool Inserts::delivery(const DeliveryRow &row)
{
    m_delivery.bindValue(0, row.id);
    m_delivery.bindValue(1, qint64(row.received.time_since_epoch().count()));
    m_delivery.bindValue(2, present(row.peer));
    m_delivery.bindValue(3, present(row.path));
    m_delivery.bindValue(4, row.status);
    m_delivery.bindValue(5, present(row.cause));
    m_delivery.bindValue(6, row.size);
    m_delivery.bindValue(7, row.events);
    m_delivery.bindValue(8, row.repeated);
    m_delivery.bindValue(9, row.refused);
    m_delivery.bindValue(10, row.count);
    m_delivery.bindValue(11, row.body.isEmpty() ? QVariant() : QVariant(row.body));
    return exec(m_delivery);
}

bool Inserts::refusedPart(qint64 delivery, const models::RefusedPart &part)
{
    m_refusedPart.bindValue(0, delivery);
    m_refusedPart.bindValue(1, qint64(part.position));
    m_refusedPart.bindValue(2, present(part.reason));
    m_refusedPart.bindValue(3, present(part.bytes));
    return exec(m_refusedPart);
}

bool Inserts::exec(QSqlQuery &query)
{
    if (query.exec())
        return true;
    m_error = query.lastError();
    return false;
}

} // namespace app
