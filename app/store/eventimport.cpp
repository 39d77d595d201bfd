// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/eventimport.h"

#include "app/store/storefolder.h"
#include "models/domain/jsontext.h"

#include <QCoreApplication>

namespace app {

using models::Done;
using models::Failure;
using models::Result;

namespace {

constexpr qsizetype mostEvents = 1000;
constexpr qsizetype mostBytes = 8 * 1024 * 1024;
constexpr std::chrono::milliseconds patience { 5000 };

} // namespace

EventImport::EventImport(const DatabaseUrl &url) : m_lock(url) { }

EventImport::~EventImport() = default;

Result<std::unique_ptr<EventImport>> EventImport::open(const DatabaseUrl &url,
                                                       const std::function<bool()> &goOn)
{
    if (const auto prepared = prepareStoreFile(url); !prepared)
        return Failure { prepared.error() };
    std::unique_ptr<EventImport> import(new EventImport(url));
    if (!import->m_lock.take()) {
        // One writer knows which events are there already; a second could store them again.
        return Failure {
            QCoreApplication::translate(
                    "app::EventImport",
                    "The database %1 is in use by a collector, which goes on receiving; "
                    "nothing was imported. Hand it the events while it runs: "
                    "watchfloor-cli send FILE --url ADDRESS --token-file FILE (each "
                    "then counts as delivered now). Or stop it, import, and start it "
                    "again.")
                    .arg(url.sqlitePath)
        };
    }
    auto store = EventStore::open(url, bodyFingerprint, patience);
    if (!store)
        return Failure { store.error() };
    import->m_store = std::move(store.value());
    if (const auto learnt = import->learn(goOn); !learnt)
        return Failure { learnt.error() };
    return import;
}

Result<Done> EventImport::learn(const std::function<bool()> &goOn)
{
    return m_store->forEachBody([&](qint64 id, const QByteArray &body) {
        m_compact.insert(bodyFingerprint(models::compactJson(body)), id);
        return id % 1024 != 0 || goOn();
    });
}

Result<Done> EventImport::begin(const QString &source)
{
    const auto done = flush();
    m_batch.delivery.path = source;
    return done;
}

Result<Done> EventImport::add(models::Event event, models::Instant received)
{
    const QByteArray compact = models::compactJson(event.body);
    const quint64 fingerprint = bodyFingerprint(compact);
    const auto there = isKnown(compact, fingerprint);
    if (!there)
        return Failure { there.error() };
    if (there.value()) {
        ++m_batch.known;
        return Done {};
    }
    m_gathered.insert(compact, fingerprint);
    m_fingerprints.push_back(fingerprint);
    m_bytes += event.body.size();
    m_batch.delivery.decoded.events.append(std::move(event));
    m_batch.received.push_back(received);
    return flushWhenFull();
}

Result<bool> EventImport::isKnown(const QByteArray &compact, quint64 fingerprint)
{
    if (m_gathered.contains(compact))
        return true;
    QString failure;
    const qint64 found = m_compact.find(fingerprint, [&](qint64 id) {
        const auto body = m_store->body(id);
        if (!body)
            failure = body.error();
        return body && models::compactJson(body.value()) == compact;
    });
    if (!failure.isEmpty())
        return Failure { failure };
    return found != 0;
}

Result<Done> EventImport::refuse(models::RefusedPart part)
{
    m_bytes += part.bytes.size();
    part.position = m_batch.delivery.decoded.refused.size();
    m_batch.delivery.decoded.refused.append(std::move(part));
    return flushWhenFull();
}

Result<Done> EventImport::flushWhenFull()
{
    const auto &decoded = m_batch.delivery.decoded;
    const bool full =
            decoded.events.size() + decoded.refused.size() >= mostEvents || m_bytes >= mostBytes;
    return full ? flush() : Result<Done>(Done {});
}

Result<Done> EventImport::flush()
{
    const models::DecodedBody &decoded = m_batch.delivery.decoded;
    if (decoded.events.isEmpty() && decoded.refused.isEmpty() && m_batch.known == 0)
        return Done {};
    m_batch.delivery.received = models::now();
    m_batch.delivery.imported = true;
    m_batch.delivery.status = decoded.events.isEmpty() && m_batch.known == 0 ? 400 : 200;
    const auto outcome = m_store->import(m_batch);
    if (!outcome)
        return Failure { outcome.error() };
    qint64 id = m_store->lastEvent() - qint64(m_fingerprints.size());
    for (const quint64 fingerprint : m_fingerprints)
        m_compact.insert(fingerprint, ++id);
    m_stored += outcome.value().stored;
    m_known += m_batch.known;
    ImportBatch next;
    next.delivery.path = m_batch.delivery.path;
    m_batch = next;
    m_gathered.clear();
    m_fingerprints.clear();
    m_bytes = 0;
    return Done {};
}

} // namespace app
