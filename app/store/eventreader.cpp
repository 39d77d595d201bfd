// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/eventreader.h"

#include "app/store/actreader.h"
#include "app/store/rowcoder.h"
#include "app/store/sqltext.h"
#include "models/index/readmarks.h"

#include <QCoreApplication>
#include <QHash>

namespace app {

namespace {

struct Repeats
{
    int count = 0;
    qint64 last = 0;
};

models::Result<QHash<qint64, Repeats>> repeatsByEvent(const Connection &connection)
{
    QHash<qint64, Repeats> repeats;
    Cursor cursor(connection.database(), sqlText(QLatin1String("selectrepeatcounts")));
    cursor.start();
    while (cursor.next())
        repeats.insert(cursor.integer(0), { int(cursor.integer(1)), cursor.integer(2) });
    if (cursor.failed())
        return models::Failure { cursor.failure() };
    return repeats;
}

} // namespace

EventReader::EventReader() = default;

models::Result<std::unique_ptr<EventReader>> EventReader::open(const DatabaseUrl &url)
{
    std::unique_ptr<EventReader> reader(new EventReader);
    auto session = ReadSession::open(url, reader->m_shipped);
    if (!session)
        return models::Failure { session.error() };
    if (!session.value()) {
        return models::Failure { QCoreApplication::translate(
                                         "app::EventReader",
                                         "There is no database at %1; nothing was read. Check "
                                         "the data folder or --database.")
                                         .arg(url.sqlitePath) };
    }
    reader->m_session = std::move(session.value());
    return reader;
}

models::Result<models::Done> EventReader::forEach(const std::function<bool(const Item &)> &take,
                                                  qint64 after)
{
    const Connection &connection = m_session->connection();
    if (const auto begun = connection.run(QStringLiteral("BEGIN")); !begun)
        return begun;
    auto done = readAll(take, after);
    (void)connection.run(QStringLiteral("COMMIT"));
    return done;
}

models::Result<models::Done> EventReader::readAll(const std::function<bool(const Item &)> &take,
                                                  qint64 after)
{
    const Connection &connection = m_session->connection();
    const auto repeats = repeatsByEvent(connection);
    if (!repeats)
        return models::Failure { repeats.error() };
    Cursor cursor(connection.database(), sqlText(QLatin1String("selectall")));
    cursor.start(after);
    while (cursor.next()) {
        auto body = m_codec.unpack(int(cursor.integer(rowColumns)), cursor.bytes(rowColumns + 1),
                                   cursor.bytes(rowColumns + 2));
        if (!body)
            return models::Failure { body.error() };
        Item item;
        item.row = rowAt(cursor);
        const Repeats again = repeats.value().value(item.row.id, { 0, item.row.received });
        item.deliveries = 1 + again.count;
        item.lastReceived = models::Instant(std::chrono::milliseconds(again.last));
        item.body = std::move(body.value());
        if (!take(item))
            break;
    }
    if (cursor.failed())
        return models::Failure { cursor.failure() };
    return models::Done {};
}

models::Result<models::EventBatch> EventReader::newer(qint64 afterEvent, qint64 afterRepeat,
                                                      int limit)
{
    return m_session->batches().newer(afterEvent, afterRepeat, limit);
}

models::Result<QByteArray> EventReader::body(qint64 id)
{
    Cursor cursor(m_session->connection().database(), sqlText(QLatin1String("selectbody")));
    cursor.start(id);
    if (!cursor.next())
        return cursor.failed() ? models::Result<QByteArray>(models::Failure { cursor.failure() })
                               : QByteArray();
    return m_codec.unpack(int(cursor.integer(0)), cursor.bytes(1), cursor.bytes(2));
}

models::Result<QString> EventReader::term(models::TermId id)
{
    Cursor cursor(m_session->connection().database(), sqlText(QLatin1String("selectterms")));
    cursor.start(id, id);
    if (!cursor.next())
        return cursor.failed() ? models::Result<QString>(models::Failure { cursor.failure() })
                               : QString();
    return QString::fromUtf8(cursor.bytes(1));
}

models::Result<std::vector<EventReader::DeliveryCount>> EventReader::deliveryCounts()
{
    std::vector<DeliveryCount> counts;
    Cursor cursor(m_session->connection().database(),
                  sqlText(QLatin1String("selectdeliverycounts")));
    cursor.start();
    while (cursor.next()) {
        counts.push_back({ int(cursor.integer(0)), QString::fromUtf8(cursor.bytes(1)),
                           cursor.integer(2), cursor.integer(3), cursor.integer(4),
                           cursor.integer(5), cursor.integer(6) != 0 });
    }
    if (cursor.failed())
        return models::Failure { cursor.failure() };
    return counts;
}

models::Result<models::IdSet> EventReader::readMarks()
{
    models::IdSet read;
    const auto done = forEachAct([&read](const models::Act &act) { models::applyAct(act, read); });
    if (!done)
        return models::Failure { done.error() };
    return read;
}

models::Result<models::Done> EventReader::forEachAct(
        const std::function<void(const models::Act &)> &take)
{
    return ActReader::forEach(m_session->connection(), 0, take);
}

} // namespace app
