// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/readsession.h"
#include "models/domain/act.h"
#include "models/index/idset.h"

#include <functional>

namespace app {

/// Reads the store synchronously, for the command line. Blocks on the disk: never on the GUI
/// thread. Made, used and destroyed on one thread. The file is never changed; a store that does
/// not exist is a failure here.
class EventReader final
{
public:
    struct Item
    {
        models::EventRow row; ///< with id and first arrival
        int deliveries = 1; ///< how often the identical body came
        models::Instant lastReceived;
        QByteArray body; ///< the event object byte for byte as it came
    };
    /// Requests by status and cause.
    struct DeliveryCount
    {
        int status = 0;
        QString cause; ///< empty where everything of it was accepted
        qint64 requests = 0;
        qint64 events = 0; ///< stored as new
        qint64 repeated = 0;
        qint64 refused = 0; ///< parts of bodies that were no events
        bool imported = false; ///< read from files: `requests` then are none
    };

    static models::Result<std::unique_ptr<EventReader>> open(const DatabaseUrl &url);

    /// Every event with an id above `after` in ascending order, all from one snapshot.
    /// `take` answers false to stop.
    models::Result<models::Done> forEach(const std::function<bool(const Item &)> &take,
                                         qint64 after = 0);
    /// Rows with their texts, to fill an index: as models::Archive::readNewer(). Each text comes
    /// once in the life of this object.
    models::Result<models::EventBatch> newer(qint64 afterEvent, qint64 afterRepeat, int limit);
    /// Which events were read.
    models::Result<models::IdSet> readMarks();
    /// Calls `take` with all that people did, oldest first.
    models::Result<models::Done> forEachAct(const std::function<void(const models::Act &)> &take);
    /// The body of one event; empty where there is none.
    models::Result<QByteArray> body(qint64 id);
    /// A text of the dictionary; empty for 0 and for a number that is not there.
    models::Result<QString> term(models::TermId id);
    models::Result<std::vector<DeliveryCount>> deliveryCounts();

private:
    EventReader();
    models::Result<models::Done> readAll(const std::function<bool(const Item &)> &take,
                                         qint64 after);

    ShippedTerms m_shipped;
    std::unique_ptr<ReadSession> m_session;
    BodyCodec m_codec;
};

} // namespace app
