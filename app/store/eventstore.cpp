// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/eventstore.h"

#include "app/store/migrations.h"
#include "app/store/rowcoder.h"
#include "app/store/sqltext.h"
#include "app/store/storetransaction.h"
#include "app/store/uptimelog.h"

#include <algorithm>

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
    if (const QString failure = state->prepare(); !failure.isEmpty())
        return models::Failure { failure };
    return std::unique_ptr<EventStore>(new EventStore(std::move(state)));
}

models::Result<models::Done> EventStore::load()
{
    if (const QString failure = m_state->load(); !failure.isEmpty())
        return models::Failure { failure };
    return models::Done {};
}

bool EventStore::isLoaded() const
{
    return m_state->loaded;
}

models::Result<CommitOutcome> EventStore::commit(const CommitWork &work)
{
    if (!work.deliveries.empty()) {
        if (const auto done = load(); !done)
            return models::Failure { done.error() };
    }
    Transaction transaction(*m_state);
    return transaction.run(work);
}

models::Result<CommitOutcome> EventStore::import(const ImportBatch &batch)
{
    if (const auto done = load(); !done)
        return models::Failure { done.error() };
    Transaction transaction(*m_state);
    return transaction.run(batch);
}

models::Result<qint64> EventStore::acceptPart(qint64 delivery, int position)
{
    if (const auto done = load(); !done)
        return models::Failure { done.error() };
    Transaction transaction(*m_state);
    return transaction.accept(delivery, position);
}

models::Result<models::Done> EventStore::append(const std::vector<models::Act> &acts)
{
    Inserts &inserts = m_state->inserts;
    const bool done = inserts.begin()
            && std::all_of(acts.begin(), acts.end(),
                           [&inserts](const models::Act &act) { return inserts.act(act); })
            && inserts.commit();
    if (done)
        return models::Done {};
    const QString reason = storeFailureText(inserts.error());
    (void)m_state->connection->run(QStringLiteral("ROLLBACK"));
    return models::Failure { reason };
}

models::Result<models::Done> EventStore::append(QList<models::Act> &acts,
                                                const std::function<bool(int done)> &goOn)
{
    Inserts &inserts = m_state->inserts;
    bool wanted = true;
    bool done = inserts.begin();
    for (int i = 0; i < int(acts.size()) && done && wanted; ++i) {
        wanted = goOn(i);
        done = !wanted || inserts.act(acts[i]);
    }
    qint64 last = 0;
    if (done && wanted) {
        const auto id = m_state->connection->number(QStringLiteral("SELECT last_insert_rowid()"));
        last = id ? id.value() : 0;
        done = last > 0 && inserts.commit();
    }
    if (done && wanted) {
        // One transaction: nobody else's acts are between these.
        for (qsizetype i = acts.size(); i-- > 0; --last)
            acts[i].id = last;
        return models::Done {};
    }
    const QString reason = done ? QString() : storeFailureText(inserts.error());
    (void)m_state->connection->run(QStringLiteral("ROLLBACK"));
    return models::Failure { reason };
}

bool EventStore::hasUntold() const
{
    return !m_state->untold.empty();
}

models::Result<models::Done> EventStore::loadUptime(UptimeLog &log)
{
    using std::chrono::milliseconds;
    Cursor cursor(m_state->connection->database(), sqlText(QLatin1String("selectlastuptime")));
    cursor.start();
    const bool any = cursor.next();
    if (cursor.failed())
        return models::Failure { cursor.failure() };
    if (!any) {
        log.load({}, {});
        return models::Done {};
    }
    const auto instant = [&](int column) {
        return models::Instant(milliseconds(cursor.integer(column)));
    };
    log.load(models::UptimeRun { cursor.integer(0), instant(1), instant(2),
                                 models::UptimeRun::End(cursor.integer(3)) },
             instant(4));
    return models::Done {};
}

qint64 EventStore::lastEvent() const
{
    return m_state->lastEvent;
}

models::Result<QByteArray> EventStore::body(qint64 event)
{
    return m_state->storedBody(event);
}

models::Result<models::Done> EventStore::forEachBody(
        const std::function<bool(qint64, const QByteArray &)> &take)
{
    Cursor cursor(m_state->connection->database(), sqlText(QLatin1String("selectall")));
    cursor.start(0);
    while (cursor.next()) {
        const auto body =
                m_state->codec.unpack(int(cursor.integer(rowColumns)), cursor.bytes(rowColumns + 1),
                                      cursor.bytes(rowColumns + 2));
        if (!body)
            return models::Failure { body.error() };
        if (!take(cursor.integer(0), body.value()))
            break;
    }
    if (cursor.failed())
        return models::Failure { cursor.failure() };
    return models::Done {};
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
