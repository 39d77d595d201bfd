// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/commitqueue.h"
#include "app/store/connection.h"
#include "app/store/fingerprinttable.h"
#include "models/domain/act.h"

#include <functional>

namespace app {

class UptimeLog;

/// What one commit did.
struct CommitOutcome
{
    QList<models::Receipt> receipts; ///< one for each delivery, in order
    int stored = 0;
    int repeated = 0;
};

/// Part of an import: one row of the record, whose events arrived at times of their own.
struct ImportBatch
{
    models::Delivery delivery; ///< no event of it is in the store yet, none is in it twice
    std::vector<models::Instant> received; ///< one for each event
    int known = 0; ///< further events that were in the store already and stay as they are
};

/// The writing side of the store: one connection and what must be known of the stored events
/// to recognise them. Synchronous; made, used and destroyed on the writer's thread.
class EventStore final
{
public:
    /// Opens the file and brings its schema up to date. `patience`: how long to wait for another's
    /// lock.
    static models::Result<std::unique_ptr<EventStore>> open(const DatabaseUrl &url,
                                                            Fingerprint fingerprint,
                                                            std::chrono::milliseconds patience);
    ~EventStore();

    /// Loads what is needed to recognise texts and repeats (a second for a million events), once;
    /// whatever stores events does so first.
    models::Result<models::Done> load();
    bool isLoaded() const;

    /// Stores everything in one transaction. When it returns an outcome, that is on disk; a
    /// failure means that nothing of it is, and what is in memory is as before.
    models::Result<CommitOutcome> commit(const CommitWork &work);

    /// Stores a part of an import the same way.
    models::Result<CommitOutcome> import(const ImportBatch &batch);

    /// Makes an event of a refused part, or finds the one that was made of it before; its id.
    models::Result<qint64> acceptPart(qint64 delivery, int position);

    /// Adds acts, all in one transaction; a failure means that none is there.
    models::Result<models::Done> append(const std::vector<models::Act> &acts);
    /// The same, and gives them their ids. `goOn` is called before each with how many are written;
    /// once it answers false nothing is written: a failure without words.
    models::Result<models::Done> append(QList<models::Act> &acts,
                                        const std::function<bool(int done)> &goOn);

    /// How long the last commits took is known but not written yet: one of the next commits writes
    /// it, one without deliveries at once.
    bool hasUntold() const;

    qint64 lastEvent() const; ///< id of the newest event
    /// Tells a log what is on record of when the receiver was on.
    models::Result<models::Done> loadUptime(UptimeLog &log);
    /// Body of an event byte for byte.
    models::Result<QByteArray> body(qint64 event);
    /// Calls `take` with id and body of each event, oldest first, until it answers false.
    models::Result<models::Done> forEachBody(
            const std::function<bool(qint64, const QByteArray &)> &take);

    /// Tries whether a commit can reach the disk, without changing anything.
    models::Result<models::Done> probe();

private:
    struct State;
    class Transaction;
    explicit EventStore(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace app
