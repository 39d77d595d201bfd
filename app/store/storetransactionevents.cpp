// SPDX-License-Identifier: GPL-3.0-or-later
// The part of a commit that is about single events.
#include "app/store/acceptedpart.h"
#include "app/store/rowcoder.h"
#include "app/store/storetransaction.h"

#include <QCoreApplication>

namespace app {

bool EventStore::Transaction::makeAccepted(qint64 delivery, int position, qint64 &event)
{
    Cursor &cursor = m_state.selectPart;
    cursor.start(delivery, position);
    if (!cursor.next()) {
        return fail(cursor.failed()
                            ? cursor.failure()
                            : QCoreApplication::translate(
                                    "app::EventStore", "That part is not on record (any more)."));
    }
    const models::RefusedPart part { position, QString::fromUtf8(cursor.bytes(1)),
                                     cursor.bytes(0) };
    event = cursor.integer(2);
    DeliveryRow row; // as far as an event needs it
    row.id = delivery;
    row.received = models::Instant(std::chrono::milliseconds(cursor.integer(3)));
    cursor.stop();
    if (event != 0)
        return true;
    const auto made = acceptedEvent(part);
    if (!made)
        return fail(made.error());
    return store(made.value(), row, event)
            && checked(m_state.inserts.acceptedPart(delivery, position, event));
}

bool EventStore::Transaction::store(const models::Event &event, const DeliveryRow &row, qint64 &id)
{
    const quint64 fingerprint = m_state.fingerprint(event.body);
    id = sameBody(event.body, fingerprint);
    if (id < 0)
        return false;
    if (id > 0) // what comes from a file again was not delivered again
        return row.imported || checked(m_state.inserts.repeat(id, row.received, row.id));
    id = m_lastEvent + 1;
    return insert(event, fingerprint, row.received, row.id);
}

bool EventStore::Transaction::insert(const models::Event &event, quint64 fingerprint,
                                     models::Instant received, qint64 delivery)
{
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
    row.created = createdOf(event);
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
    m_events.emplace(fingerprint, NewEvent { row.id, event.body });
    return true;
}

qint64 EventStore::Transaction::sameBody(const QByteArray &body, quint64 fingerprint)
{
    const auto [first, last] = m_events.equal_range(fingerprint);
    for (auto at = first; at != last; ++at) {
        if (at->second.body == body)
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
    if (id > TermTable::mostId) {
        return fail(QCoreApplication::translate(
                "app::EventStore",
                "The database holds as many texts as it can; nothing of this was stored. "
                "Start with a new database."));
    }
    m_lastTerm = id;
    return checked(m_state.inserts.term(id, text));
}

} // namespace app
