// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/eventstore.h"

#include "app/store/migrations.h"
#include "app/store/storetransaction.h"

namespace app {

EventStore::EventStore(std::unique_ptr<State> state) : m_state(std::move(state)) { }

EventStore::~EventStore() = default;

models::Result<std::unique_ptr<EventStore>> EventStore::open(const DatabaseUrl &url,
                                                             Fingerprint fingerprint,
                                                             std::chrono::milliseconds patience)
{
    auto connection = Connection::open(url, Connection::Mode::Write, patience);
    if (!connection)
        return models::Failure { connection.error() };
    if (const auto done = migrate(*connection.value()); !done)
        return models::Failure { done.error() };
    auto state = std::make_unique<State>(std::move(connection.value()), fingerprint);
    if (const QString failure = state->load(); !failure.isEmpty())
        return models::Failure { failure };
    return std::unique_ptr<EventStore>(new EventStore(std::move(state)));
}

models::Result<CommitOutcome> EventStore::commit(const CommitWork &work)
{
    Transaction transaction(*m_state);
    return transaction.run(work);
}

models::Result<models::Done> EventStore::probe()
{
    const Connection &connection = *m_state->connection;
    // Writing the version that is there dirties a page, so the commit really reaches the disk.
    for (const QString &sql :
         { QStringLiteral("BEGIN IMMEDIATE"),
           QString(QLatin1String("PRAGMA user_version=") + QString::number(knownSchema())),
           QStringLiteral("COMMIT") }) {
        if (const auto done = connection.run(sql); !done) {
            (void)connection.run(QStringLiteral("ROLLBACK"));
            return done;
        }
    }
    return models::Done {};
}

} // namespace app
