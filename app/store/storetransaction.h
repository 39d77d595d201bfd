// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/storestate.h"

#include <unordered_map>

namespace app {

/// One commit: gathers what is new beside the store's state and merges it there only after the
/// commit succeeded, so that a failed one leaves no trace.
class EventStore::Transaction final
{
public:
    explicit Transaction(State &state);

    models::Result<CommitOutcome> run(const CommitWork &work);

private:
    struct KeyHash
    {
        size_t operator()(const TermKey &key) const { return size_t(key.low); }
    };
    struct NewEvent
    {
        qint64 id = 0;
        const QByteArray *body = nullptr;
    };

    bool storeAll(const CommitWork &work, CommitOutcome &outcome);
    bool store(const models::Delivery &delivery, models::Receipt &receipt);
    bool store(const models::Refusal &refusal);
    bool store(const models::Event &event, models::Instant received, qint64 delivery);
    /// The event whose body is the same; 0 where there is none, -1 on an error.
    qint64 sameBody(const QByteArray &body, quint64 fingerprint);
    /// The number of a text, made where it has none yet; 0 is the empty text.
    bool numberOf(const QByteArray &text, models::TermId &id);
    bool fail(const QString &text);
    bool checked(bool done);
    void merge();

    State &m_state;
    std::unordered_map<TermKey, models::TermId, KeyHash> m_terms;
    std::unordered_multimap<quint64, NewEvent> m_events;
    qint64 m_lastEvent;
    qint64 m_lastDelivery;
    models::TermId m_lastTerm;
    QString m_failure;
};

} // namespace app
