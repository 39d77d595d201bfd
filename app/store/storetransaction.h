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
    models::Result<CommitOutcome> run(const ImportBatch &batch);
    /// The event of a refused part; made and noted where there is none yet.
    models::Result<qint64> accept(qint64 delivery, int position);

private:
    struct NewEvent
    {
        qint64 id = 0;
        QByteArray body;
    };

    bool storeAll(const CommitWork &work, CommitOutcome &outcome);
    /// Runs `work` and commits; false: nothing was changed, m_failure says why.
    template<typename Work> bool inTransaction(Work work);
    bool store(const models::Delivery &delivery, models::Receipt &receipt);
    bool store(const models::Refusal &refusal);
    bool store(const ImportBatch &batch, CommitOutcome &outcome);
    DeliveryRow rowOf(const models::Delivery &delivery);
    bool storeParts(const DeliveryRow &row, const QList<models::RefusedPart> &parts);
    bool storeTimes();
    bool storeTimesWith(const CommitWork &work);
    /// Stores an event or counts it again; `event` is then its id.
    bool store(const models::Event &event, const DeliveryRow &row, qint64 &id);
    bool insert(const models::Event &event, quint64 fingerprint, models::Instant received,
                qint64 delivery);
    bool makeAccepted(qint64 delivery, int position, qint64 &event);
    /// Gives the row the number of a head, which is stored where it is new.
    bool setHead(const QByteArray &head, DeliveryRow &row);
    /// The event whose body is the same; 0 where there is none, -1 on an error.
    qint64 sameBody(const QByteArray &body, quint64 fingerprint);
    /// The number of a text, made where it has none yet; 0 is the empty text.
    bool numberOf(const QByteArray &text, models::TermId &id);
    bool fail(const QString &text);
    bool checked(bool done);
    void merge();

    State &m_state;
    const std::chrono::steady_clock::time_point m_begun = std::chrono::steady_clock::now();
    std::unordered_map<TermKey, models::TermId, TermKeyHash> m_terms;
    std::unordered_map<TermKey, qint64, TermKeyHash> m_heads;
    std::unordered_multimap<quint64, NewEvent> m_events;
    qint64 m_lastEvent;
    qint64 m_lastDelivery;
    qint64 m_lastHead;
    models::TermId m_lastTerm;
    CommitRow m_timed; ///< the deliveries of this commit that somebody waits for
    bool m_told = false; ///< m_state.untold is written
    QString m_failure;
};

} // namespace app
