// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/batchreader.h"
#include "app/store/bodycodec.h"
#include "models/domain/storedevent.h"

#include <optional>

namespace app {

/// A connection for reading, opened on first use; a file that is not there yet or empty is a
/// store without events. Made, used and destroyed on one thread.
class ReadSession final
{
public:
    /// Ids of the newest of each; 0 where there is none.
    struct Latest
    {
        qint64 event = 0;
        qint64 repeat = 0;
        qint64 act = 0;
    };

    /// Opens the database for reading; no session where there is nothing in it yet. Fails for a
    /// newer schema than known and for an older one that the writer is still migrating.
    static models::Result<std::unique_ptr<ReadSession>> open(
            const DatabaseUrl &url, ShippedTerms &shipped,
            BatchReader::Texts texts = BatchReader::Texts::All);

    /// The connection of such a session alone; none where there is nothing yet.
    static models::Result<std::unique_ptr<Connection>> connect(const DatabaseUrl &url);

    BatchReader &batches() { return m_batches; }
    const Connection &connection() const { return *m_connection; }
    /// One event whole; nothing where there is no such id.
    models::Result<std::optional<models::StoredEvent>> event(qint64 id);
    models::Result<Latest> latest();

private:
    ReadSession(std::unique_ptr<Connection> connection, ShippedTerms &shipped,
                BatchReader::Texts texts);

    std::unique_ptr<Connection> m_connection; // first, so that it goes last
    BatchReader m_batches;
    Cursor m_stored;
    Cursor m_latest;
    BodyCodec m_codec;
};

} // namespace app
