// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/bodycodec.h"
#include "app/store/connection.h"
#include "app/store/deliveryquery.h"
#include "app/store/deliverytally.h"

#include <functional>

namespace app {

/// Reads the record of requests through a connection of its own. Synchronous; made, used and
/// destroyed on one thread.
class DeliverySession final
{
public:
    /// Most records that are read at once.
    static constexpr int mostRecords = 1000;
    using Records = QList<models::DeliveryRecord>;

    /// No session where there is no store yet; fails as ReadSession::open() does.
    static models::Result<std::unique_ptr<DeliverySession>> open(const DatabaseUrl &url);

    const Connection &connection() const { return *m_connection; }
    /// As models::DeliveryArchive::readOlder() and readNewer().
    models::Result<Records> older(const models::DeliveryFilter &filter, qint64 before, int limit);
    models::Result<Records> newer(const models::DeliveryFilter &filter, qint64 after, int limit);
    /// Fails with words where there is no such id.
    models::Result<models::DeliveryDetail> detail(qint64 id);
    /// The head of the request that brought an event; empty where none is kept.
    models::Result<QByteArray> headOfEvent(qint64 event);
    models::Result<qint64> newest(); ///< largest id; 0 where there is none

    /// Adds the records with ids above `after` up to `upTo` to a tally.
    models::Result<models::Done> tally(const models::DeliveryFilter &filter, qint64 after,
                                       qint64 upTo, DeliveryTally &tally);
    /// The matching records among those, oldest first, with their heads.
    using Take = std::function<void(const models::DeliveryRecord &, const QByteArray &head)>;
    models::Result<models::Done> slice(const models::DeliveryFilter &filter, qint64 after,
                                       qint64 upTo, const Take &take);

private:
    explicit DeliverySession(std::unique_ptr<Connection> connection);
    models::Result<Records> read(Cursor &cursor, const models::DeliveryFilter &filter, qint64 bound,
                                 int limit);
    QString readParts(models::DeliveryDetail &detail);
    QString readFirstBody(qint64 event, models::DeliveryDetail &detail);

    std::unique_ptr<Connection> m_connection; // first, so that it goes last
    Cursor m_older;
    Cursor m_newer;
    Cursor m_facets;
    Cursor m_slice;
    Cursor m_detail;
    Cursor m_parts;
    Cursor m_body;
    Cursor m_latest;
    Cursor m_eventHead;
    BodyCodec m_codec;
};

} // namespace app
