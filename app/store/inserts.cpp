// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/inserts.h"

#include "app/store/rowcoder.h"
#include "app/store/sqltext.h"

#include <utility>

namespace app {

Inserts::Inserts(const QSqlDatabase &database, SqlPath path)
    : m_begin(database, path), m_commit(database, path), m_term(database, path),
      m_event(database, path), m_body(database, path), m_repeat(database, path),
      m_delivery(database, path), m_head(database, path), m_commitTime(database, path),
      m_refusedPart(database, path), m_acceptedPart(database, path), m_uptime(database, path),
      m_act(database, path)
{
}

bool Inserts::prepare()
{
    const std::pair<Statement *, QString> list[] = {
        { &m_begin, QStringLiteral("BEGIN IMMEDIATE") },
        { &m_commit, QStringLiteral("COMMIT") },
        { &m_term, sqlText(QLatin1String("insertterm")) },
        { &m_event, sqlText(QLatin1String("insertevent")) },
        { &m_body, sqlText(QLatin1String("insertbody")) },
        { &m_repeat, sqlText(QLatin1String("insertrepeat")) },
        { &m_delivery, sqlText(QLatin1String("insertdelivery")) },
        { &m_head, sqlText(QLatin1String("inserthead")) },
        { &m_commitTime, sqlText(QLatin1String("insertcommit")) },
        { &m_refusedPart, sqlText(QLatin1String("insertrefusedpart")) },
        { &m_acceptedPart, sqlText(QLatin1String("updatepart")) },
        { &m_uptime, sqlText(QLatin1String("upsertuptime")) },
        { &m_act, sqlText(QLatin1String("insertact")) },
    };
    for (const auto &[statement, sql] : list) {
        if (!statement->prepare(sql)) {
            m_error = statement->error();
            return false;
        }
    }
    return true;
}

bool Inserts::begin()
{
    return run(m_begin);
}

bool Inserts::commit()
{
    return run(m_commit);
}

bool Inserts::term(models::TermId id, const QByteArray &text)
{
    m_term.integer(0, id);
    m_term.bytes(1, text);
    return run(m_term);
}

bool Inserts::event(const models::EventRow &row, const std::optional<models::Instant> &time,
                    qint64 delivery, quint64 fingerprint)
{
    m_event.integer(0, row.id);
    m_event.integer(1, row.received);
    if (time)
        m_event.integer(2, time->time_since_epoch().count());
    else
        m_event.null(2);
    m_event.integer(3, int(row.family));
    m_event.integer(4, int(row.severity));
    m_event.integer(5, int(row.status));
    for (int i = 0; i < termColumns; ++i)
        m_event.integer(firstTermColumn + i, row.*termMembers[size_t(i)]);
    m_event.integer(createdColumn, row.created);
    m_event.integer(rowColumns, delivery);
    m_event.integer(rowColumns + 1, qint64(fingerprint));
    return run(m_event);
}

bool Inserts::body(qint64 event, const BodyCodec::Packed &packed)
{
    m_body.integer(0, event);
    m_body.integer(1, packed.codec);
    m_body.bytes(2, packed.bytes);
    return run(m_body);
}

bool Inserts::repeat(qint64 event, models::Instant received, qint64 delivery)
{
    m_repeat.integer(0, event);
    m_repeat.integer(1, received.time_since_epoch().count());
    m_repeat.integer(2, delivery);
    return run(m_repeat);
}

bool Inserts::delivery(const DeliveryRow &row)
{
    m_delivery.integer(0, row.id);
    m_delivery.integer(1, row.received.time_since_epoch().count());
    m_delivery.text(2, row.peer);
    m_delivery.text(3, row.path);
    m_delivery.integer(4, row.status);
    m_delivery.text(5, row.cause);
    m_delivery.integer(6, row.size);
    m_delivery.integer(7, row.events);
    m_delivery.integer(8, row.repeated);
    m_delivery.integer(9, row.refused);
    m_delivery.integer(10, row.count);
    m_delivery.integer(11, row.head);
    if (row.length < 0)
        m_delivery.null(12);
    else
        m_delivery.integer(12, row.length);
    if (row.took)
        m_delivery.integer(13, *row.took);
    else
        m_delivery.null(13);
    m_delivery.integer(14, row.firstEvent);
    m_delivery.integer(15, row.imported ? 1 : 0);
    return run(m_delivery);
}

bool Inserts::head(qint64 id, const QByteArray &text)
{
    m_head.integer(0, id);
    m_head.bytes(1, text);
    return run(m_head);
}

bool Inserts::commitTime(const CommitRow &row)
{
    m_commitTime.integer(0, row.first);
    m_commitTime.integer(1, row.last);
    m_commitTime.integer(2, row.took.count());
    return run(m_commitTime);
}

bool Inserts::refusedPart(qint64 delivery, const models::RefusedPart &part)
{
    m_refusedPart.integer(0, delivery);
    m_refusedPart.integer(1, part.position);
    m_refusedPart.text(2, part.reason);
    m_refusedPart.bytes(3, part.bytes);
    return run(m_refusedPart);
}

bool Inserts::acceptedPart(qint64 delivery, int position, qint64 event)
{
    m_acceptedPart.integer(0, event);
    m_acceptedPart.integer(1, delivery);
    m_acceptedPart.integer(2, position);
    return run(m_acceptedPart);
}

bool Inserts::uptime(const models::UptimeRun &run)
{
    m_uptime.integer(0, run.id);
    m_uptime.integer(1, run.began.time_since_epoch().count());
    m_uptime.integer(2, run.alive.time_since_epoch().count());
    m_uptime.integer(3, int(run.end));
    return this->run(m_uptime);
}

bool Inserts::act(const models::Act &act)
{
    const QString events = models::rangesText(act.events);
    m_act.integer(0, act.at.time_since_epoch().count());
    m_act.text(1, act.who);
    m_act.integer(2, int(act.kind));
    m_act.text(3, act.value);
    m_act.text(4, events);
    return run(m_act);
}

bool Inserts::run(Statement &statement)
{
    if (statement.run())
        return true;
    m_error = statement.error();
    return false;
}

} // namespace app
