// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/readsession.h"

#include "app/store/migrations.h"
#include "app/store/sqltext.h"
#include "models/domain/decoder.h"
#include "models/domain/jsontext.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace app {

namespace {

constexpr qsizetype mostFormatted = 256 * 1024;

models::Instant instant(qint64 milliseconds)
{
    return models::Instant(std::chrono::milliseconds(milliseconds));
}

QString schemaFailureText(int schema)
{
    return schema > knownSchema()
            ? QCoreApplication::translate(
                      "app::ReadSession",
                      "The database was written by a newer version of the program (schema %1, "
                      "known up to %2). Nothing was changed; install the newer version.")
                      .arg(schema)
                      .arg(knownSchema())
            : QCoreApplication::translate(
                    "app::ReadSession",
                    "The database is of an older version and has not been brought up to date "
                    "yet. Nothing is lost; start the collector on it once.");
}

} // namespace

ReadSession::ReadSession(std::unique_ptr<Connection> connection, ShippedTerms &shipped,
                         BatchReader::Texts texts)
    : m_connection(std::move(connection)), m_batches(*m_connection, shipped, texts),
      m_stored(m_connection->database(), sqlText(QLatin1String("selectstored"))),
      m_latest(m_connection->database(), sqlText(QLatin1String("selectlatest")))
{
}

models::Result<std::unique_ptr<ReadSession>> ReadSession::open(const DatabaseUrl &url,
                                                               ShippedTerms &shipped,
                                                               BatchReader::Texts texts)
{
    using None = std::unique_ptr<ReadSession>;
    auto connection = connect(url);
    if (!connection)
        return models::Failure { connection.error() };
    if (!connection.value())
        return None();
    return None(new ReadSession(std::move(connection.value()), shipped, texts));
}

models::Result<std::unique_ptr<Connection>> ReadSession::connect(const DatabaseUrl &url)
{
    using None = std::unique_ptr<Connection>;
    const QFileInfo info(url.sqlitePath);
    if (!info.exists() || info.size() == 0)
        return None();
    auto connection = Connection::open(url, Connection::Mode::Read);
    if (!connection)
        return models::Failure { connection.error() };
    const auto schema = schemaOf(*connection.value());
    if (!schema)
        return models::Failure { schema.error() };
    if (schema.value() == 0)
        return None();
    if (schema.value() != knownSchema())
        return models::Failure { schemaFailureText(schema.value()) };
    return connection;
}

models::Result<std::optional<models::StoredEvent>> ReadSession::event(qint64 id)
{
    using Answer = std::optional<models::StoredEvent>;
    m_stored.start(id);
    if (!m_stored.next())
        return m_stored.failed() ? models::Result<Answer>(models::Failure { m_stored.failure() })
                                 : Answer();
    models::StoredEvent stored;
    stored.id = id;
    stored.received = instant(m_stored.integer(0));
    stored.peer = QString::fromUtf8(m_stored.bytes(4));
    stored.deliveries = 1 + int(m_stored.integer(5));
    stored.lastReceived = instant(m_stored.integer(6));
    const auto body =
            m_codec.unpack(int(m_stored.integer(1)), m_stored.bytes(2), m_stored.bytes(3));
    m_stored.stop();
    if (!body)
        return models::Failure { body.error() };
    stored.event = models::decodeStored(body.value());
    stored.formatted = QString::fromUtf8(models::indentJson(body.value(), mostFormatted));
    return Answer(std::move(stored));
}

models::Result<ReadSession::Latest> ReadSession::latest()
{
    m_latest.start();
    if (!m_latest.next())
        return models::Failure { m_latest.failure() };
    const Latest ids { m_latest.integer(0), m_latest.integer(1), m_latest.integer(5) };
    m_latest.stop();
    return ids;
}

} // namespace app
