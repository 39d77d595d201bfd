// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/storetransaction.h"

#include "app/store/requesthead.h"

#include <algorithm>

namespace app {

namespace {

bool isTimed(const models::Delivery &delivery)
{
    return delivery.began != std::chrono::steady_clock::time_point();
}

qint64 microseconds(std::chrono::steady_clock::duration time)
{
    return std::max<qint64>(0, std::chrono::duration_cast<std::chrono::microseconds>(time).count());
}

} // namespace

EventStore::Transaction::Transaction(State &state)
    : m_state(state), m_lastEvent(state.lastEvent), m_lastDelivery(state.lastDelivery),
      m_lastHead(state.lastHead), m_lastTerm(state.lastTerm)
{
}

models::Result<CommitOutcome> EventStore::Transaction::run(const CommitWork &work)
{
    CommitOutcome outcome;
    if (inTransaction([&] { return storeTimesWith(work) && storeAll(work, outcome); }))
        return outcome;
    return models::Failure { m_failure };
}

models::Result<CommitOutcome> EventStore::Transaction::run(const ImportBatch &batch)
{
    CommitOutcome outcome;
    if (inTransaction([&] { return storeTimes() && store(batch, outcome); }))
        return outcome;
    return models::Failure { m_failure };
}

models::Result<qint64> EventStore::Transaction::accept(qint64 delivery, int position)
{
    qint64 event = 0;
    if (inTransaction([&] { return storeTimes() && makeAccepted(delivery, position, event); }))
        return event;
    return models::Failure { m_failure };
}

template<typename Work> bool EventStore::Transaction::inTransaction(Work work)
{
    if (!checked(m_state.inserts.begin()))
        return false;
    if (work() && checked(m_state.inserts.commit())) {
        merge();
        return true;
    }
    // An error may have ended the transaction already; then this has nothing to do.
    (void)m_state.connection->run(QStringLiteral("ROLLBACK"));
    return false;
}

bool EventStore::Transaction::storeTimes()
{
    m_told = true;
    return std::all_of(
            m_state.untold.cbegin(), m_state.untold.cend(),
            [this](const CommitRow &row) { return checked(m_state.inserts.commitTime(row)); });
}

/// A page of the database is as dear to a commit as several events: while senders wait, the times
/// gather until there are many.
bool EventStore::Transaction::storeTimesWith(const CommitWork &work)
{
    constexpr std::size_t many = 32;
    return (!work.deliveries.empty() && m_state.untold.size() < many) || storeTimes();
}

bool EventStore::Transaction::storeAll(const CommitWork &work, CommitOutcome &outcome)
{
    outcome.receipts.reserve(qsizetype(work.deliveries.size()));
    for (const models::Delivery &delivery : work.deliveries) {
        models::Receipt receipt;
        if (!store(delivery, receipt))
            return false;
        outcome.stored += receipt.stored;
        outcome.repeated += receipt.repeated;
        outcome.receipts.append(receipt);
    }
    for (const models::Refusal &refusal : work.refusals) {
        if (!store(refusal))
            return false;
    }
    for (const models::UptimeRun &run : work.uptime) {
        if (!checked(m_state.inserts.uptime(run)))
            return false;
    }
    return true;
}

bool EventStore::Transaction::store(const models::Delivery &delivery, models::Receipt &receipt)
{
    DeliveryRow row = rowOf(delivery);
    for (const models::Event &event : delivery.decoded.events) {
        qint64 id = 0;
        const qint64 before = m_lastEvent;
        if (!store(event, row, id))
            return false;
        ++(m_lastEvent > before ? receipt.stored : receipt.repeated);
    }
    receipt.ticket = delivery.ticket;
    receipt.status = delivery.status;
    receipt.code = delivery.code;
    receipt.refused = row.refused;
    receipt.firstReason = row.cause;
    row.firstEvent = receipt.stored > 0 ? m_lastEvent - receipt.stored + 1 : 0;
    row.events = receipt.stored;
    row.repeated = receipt.repeated;
    if (isTimed(delivery)) {
        row.took = -1 - microseconds(m_begun - delivery.began);
        m_timed.first = m_timed.first == 0 ? row.id : m_timed.first;
        m_timed.last = row.id;
    }
    return setHead(delivery.head, row) && storeParts(row, delivery.decoded.refused);
}

bool EventStore::Transaction::store(const ImportBatch &batch, CommitOutcome &outcome)
{
    DeliveryRow row = rowOf(batch.delivery);
    row.imported = true;
    const QList<models::Event> &events = batch.delivery.decoded.events;
    for (qsizetype i = 0; i < events.size(); ++i) {
        if (!insert(events[i], m_state.fingerprint(events[i].body), batch.received[size_t(i)],
                    row.id))
            return false;
    }
    outcome.stored = int(events.size());
    row.firstEvent = outcome.stored > 0 ? m_lastEvent - outcome.stored + 1 : 0;
    row.events = outcome.stored;
    row.repeated = batch.known;
    return storeParts(row, batch.delivery.decoded.refused);
}

bool EventStore::Transaction::store(const models::Refusal &refusal)
{
    DeliveryRow row;
    row.id = ++m_lastDelivery;
    row.received = refusal.received;
    row.peer = refusal.peer;
    row.path = refusal.path;
    row.status = refusal.status;
    row.cause = refusal.cause;
    row.size = refusal.size;
    row.count = refusal.count;
    if (refusal.took.count() > 0)
        row.took = refusal.took.count();
    return setHead(refusal.head, row) && storeParts(row, {});
}

DeliveryRow EventStore::Transaction::rowOf(const models::Delivery &delivery)
{
    DeliveryRow row;
    row.id = ++m_lastDelivery;
    row.received = delivery.received;
    row.peer = delivery.peer;
    row.path = delivery.path;
    row.status = delivery.status;
    row.imported = delivery.imported;
    for (const models::Event &event : delivery.decoded.events)
        row.size += event.body.size();
    for (const models::RefusedPart &part : delivery.decoded.refused)
        row.size += part.bytes.size();
    row.refused = int(delivery.decoded.refused.size());
    if (row.refused > 0)
        row.cause = delivery.decoded.refused.constFirst().reason;
    return row;
}

bool EventStore::Transaction::storeParts(const DeliveryRow &row,
                                         const QList<models::RefusedPart> &parts)
{
    if (!checked(m_state.inserts.delivery(row)))
        return false;
    for (const models::RefusedPart &part : parts) {
        if (!checked(m_state.inserts.refusedPart(row.id, part)))
            return false;
    }
    return true;
}

bool EventStore::Transaction::setHead(const QByteArray &head, DeliveryRow &row)
{
    if (head.isEmpty())
        return true;
    const SplitHead split = splitHead(head);
    row.length = split.length == row.size ? -1 : split.length;
    const TermKey key = m_state.terms.keyOf(split.text);
    row.head = m_state.heads.find(key);
    if (row.head != 0)
        return true;
    const auto [at, isNew] = m_heads.try_emplace(key, m_lastHead + 1);
    row.head = at->second;
    if (!isNew)
        return true;
    m_lastHead = row.head;
    return checked(m_state.inserts.head(row.head, split.text));
}

bool EventStore::Transaction::fail(const QString &text)
{
    m_failure = text;
    return false;
}

bool EventStore::Transaction::checked(bool done)
{
    return done || fail(storeFailureText(m_state.inserts.error()));
}

void EventStore::Transaction::merge()
{
    for (const auto &[key, id] : m_terms)
        m_state.terms.insert(key, id);
    for (const auto &[fingerprint, event] : m_events)
        m_state.events.insert(fingerprint, event.id);
    for (const auto &[key, id] : m_heads)
        m_state.heads.insert(key, id);
    m_timed.took =
            std::chrono::microseconds(microseconds(std::chrono::steady_clock::now() - m_begun));
    if (m_told)
        m_state.untold.clear();
    if (m_timed.first != 0)
        m_state.untold.push_back(m_timed);
    m_state.lastEvent = m_lastEvent;
    m_state.lastHead = m_lastHead;
    m_state.lastDelivery = m_lastDelivery;
    m_state.lastTerm = m_lastTerm;
}

} // namespace app
