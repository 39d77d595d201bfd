// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/commitqueue.h"
#include "app/store/connection.h"
#include "app/store/fingerprinttable.h"

namespace app {

/// What one commit did.
struct CommitOutcome
{
    QList<models::Receipt> receipts; ///< one for each delivery, in order
    int stored = 0;
    int repeated = 0;
};

/// The writing side of the store: one connection and what must be known of the stored events
/// to recognise them. Synchronous; made, used and destroyed on the writer's thread.
class EventStore final
{
public:
    /// Opens the file, brings its schema up to date and loads the tables (a second for a million
    /// events). `patience`: how long to wait for another's lock.
    static models::Result<std::unique_ptr<EventStore>> open(const DatabaseUrl &url,
                                                            Fingerprint fingerprint,
                                                            std::chrono::milliseconds patience);
    ~EventStore();

    /// Stores everything in one transaction. When it returns an outcome, that is on disk; a
    /// failure means that nothing of it is, and what is in memory is as before.
    models::Result<CommitOutcome> commit(const CommitWork &work);

    /// Tries whether a commit can reach the disk, without changing anything.
    models::Result<models::Done> probe();

private:
    struct State;
    class Transaction;
    explicit EventStore(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace app
