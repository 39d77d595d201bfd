// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/storetransaction.h"

#include "app/store/rowcoder.h"

#include <QCoreApplication>

namespace app {

EventStore::Transaction::Transaction(State &state)
    : m_state(state), m_lastEvent(state.lastEvent), m_lastDelivery(state.lastDelivery),
      m_lastTerm(state.lastTerm)
{
}

models::Result<CommitOutcome> EventStore::Transaction::run(const CommitWork &work)
{
    if (!checked(m_state.inserts.begin()))
        return models::Failure { m_failure };
    CommitOutcome outcome;
    if (storeAll(work, outcome) && checked(m_state.inserts.commit())) {
        merge();
        return outcome;
    }
    // An error may have ended the transaction already; then this has nothing to do.
    (void)m_state.connection->run(QStringLiteral("ROLLBACK"));
    return models::Failure { m_failure };
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
    return true;
}

bool EventStore::Transaction::store(const models::Delivery &delivery, models::Receipt &receipt)
{
    DeliveryRow row;
    row.id = ++m_lastDelivery;
    row.received = delivery.received;
    row.peer = delivery.peer;
    row.path = delivery.path;
    for (const models::Event &event : delivery.decoded.events) {
        const qint64 before = m_lastEvent;
        if (!store(event, delivery.received, row.id))
            return false;
        row.size += event.body.size();
        ++(m_lastEvent > before ? receipt.stored : receipt.repeated);
    }
    receipt.ticket = delivery.ticket;
    receipt.refused = int(delivery.decoded.refused.size());
    if (receipt.refused > 0)
        receipt.firstReason = delivery.decoded.refused.constFirst().reason;
    for (const models::RefusedPart &part : delivery.decoded.refused)
        row.size += part.bytes.size();
    row.cause = receipt.firstReason;
    row.events = receipt.stored;
    row.repeated = receipt.repeated;
    row.refused = receipt.refused;
    if (!checked(m_state.inserts.delivery(row)))
        return false;
    for (const models::RefusedPart &part : delivery.decoded.refused) {
        if (!checked(m_state.inserts.refusedPart(row.id, part)))
            return false;
    }
    return true;
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
    row.body = refusal.body;
    return checked(m_state.inserts.delivery(row));
}

bool EventStore::Transaction::store(const models::Event &event, models::Instant received,
                                    qint64 delivery)
{
    const quint64 fingerprint = m_state.fingerprint(event.body);
    const qint64 same = sameBody(event.body, fingerprint);
    if (same < 0)
        return false;
    if (same > 0)
        return checked(m_state.inserts.repeat(same, received));
    if (m_lastEvent >= FingerprintTable::mostId) {
        return fail(QCoreApplication::translate(
                "app::EventStore",
                "The database holds as many events as it can; nothing of this was stored. "
                "Start with a new database."));
    }

    models::EventRow row;
    row.id = m_lastEvent + 1;
    row.received = received.time_since_epoch().count();
    row.family = event.family;
    row.severity = event.severity;
    row.status = event.status;
    const auto texts = termTexts(event);
    for (size_t i = 0; i < texts.size(); ++i) {
        if (!numberOf(texts[i], row.*termMembers[i]))
            return false;
    }
    if (!checked(m_state.inserts.event(row, event.time, delivery, fingerprint))
        || !checked(
                m_state.inserts.body(row.id, m_state.codec.pack(event.body, texts[textColumn])))) {
        return false;
    }
    m_lastEvent = row.id;
    m_events.emplace(fingerprint, NewEvent { row.id, &event.body });
    return true;
}

qint64 EventStore::Transaction::sameBody(const QByteArray &body, quint64 fingerprint)
{
    const auto [first, last] = m_events.equal_range(fingerprint);
    for (auto at = first; at != last; ++at) {
        if (*at->second.body == body)
            return at->second.id;
    }
    const qint64 found = m_state.events.find(fingerprint, [&](qint64 id) {
        if (!m_failure.isEmpty())
            return false;
        const auto stored = m_state.storedBody(id);
        if (!stored)
            m_failure = stored.error();
        return stored && stored.value() == body;
    });
    return m_failure.isEmpty() ? found : -1;
}

bool EventStore::Transaction::numberOf(const QByteArray &text, models::TermId &id)
{
    id = 0;
    if (text.isEmpty())
        return true;
    const TermKey key = m_state.terms.keyOf(text);
    id = m_state.terms.find(key);
    if (id != 0)
        return true;
    const auto [at, isNew] = m_terms.try_emplace(key, m_lastTerm + 1);
    id = at->second;
    if (!isNew)
        return true;
    m_lastTerm = id;
    return checked(m_state.inserts.term(id, text));
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
    m_state.lastEvent = m_lastEvent;
    m_state.lastDelivery = m_lastDelivery;
    m_state.lastTerm = m_lastTerm;
}

} // namespace app
