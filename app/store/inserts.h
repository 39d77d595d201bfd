// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/bodycodec.h"
#include "app/store/statement.h"
#include "models/domain/act.h"
#include "models/domain/delivery.h"
#include "models/domain/uptime.h"
#include "models/index/eventrow.h"

#include <chrono>
#include <optional>

namespace app {

/// A row of table `deliveries` (resources/sql/sqlite/002_requests.sql).
struct DeliveryRow
{
    qint64 id = 0;
    models::Instant received;
    QString peer;
    QString path;
    int status = 200;
    QString cause;
    qint64 size = 0;
    int events = 0;
    int repeated = 0;
    int refused = 0;
    int count = 1;
    qint64 head = 0;
    qint64 length = -1; ///< -1: none, or equal to `size`
    std::optional<qint64> took; ///< as the column
    qint64 firstEvent = 0;
    bool imported = false;
};

/// A row of table `commits`.
struct CommitRow
{
    qint64 first = 0; ///< 0: there is none
    qint64 last = 0;
    std::chrono::microseconds took { 0 };
};

/// The prepared writing statements of the store. Each answers false on an error, which error()
/// then tells. Lives on its connection's thread and must go before the connection.
class Inserts final
{
public:
    explicit Inserts(const QSqlDatabase &database, SqlPath path = SqlPath::Fastest);
    bool prepare();

    /// A transaction that holds the lock for writing from its beginning.
    bool begin();
    /// On disk once it returned true.
    bool commit();
    bool term(models::TermId id, const QByteArray &text);
    /// `time` as the event carries it; row.time is not looked at.
    bool event(const models::EventRow &row, const std::optional<models::Instant> &time,
               qint64 delivery, quint64 fingerprint);
    bool body(qint64 event, const BodyCodec::Packed &packed);
    bool repeat(qint64 event, models::Instant received, qint64 delivery);
    bool delivery(const DeliveryRow &row);
    bool head(qint64 id, const QByteArray &text);
    bool commitTime(const CommitRow &row);
    bool refusedPart(qint64 delivery, const models::RefusedPart &part);
    /// Notes that an event was made of a refused part.
    bool acceptedPart(qint64 delivery, int position, qint64 event);
    /// A new run, or how far a known one goes.
    bool uptime(const models::UptimeRun &run);

    bool act(const models::Act &act);

    const QSqlError &error() const { return m_error; }

private:
    bool run(Statement &statement);

    Statement m_begin;
    Statement m_commit;
    Statement m_term;
    Statement m_event;
    Statement m_body;
    Statement m_repeat;
    Statement m_delivery;
    Statement m_head;
    Statement m_commitTime;
    Statement m_refusedPart;
    Statement m_acceptedPart;
    Statement m_uptime;
    Statement m_act;
    QSqlError m_error;
};

} // namespace app
