// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/bodycodec.h"
#include "app/store/connection.h"
#include "app/store/fingerprinttable.h"

#include <QStringList>

#include <functional>
#include <vector>

namespace app {

/// What a check of a store found.
struct StoreFindings
{
    qint64 events = 0; ///< looked at
    qint64 deliveries = 0;
    QStringList problems; ///< in words; empty: the store is whole. At most mostTold of a kind
    static constexpr int mostTold = 20;
};

/// Looks whether a store is whole: the file's structure, what refers to what, that every body
/// can be unpacked and has the fingerprint it was stored with, and that no event is missing that
/// a request brought. Opens the file read only and takes one snapshot, so a collector may go on
/// beside it. Blocks; one thread.
class StoreCheck final
{
public:
    /// `fingerprint` is what the store was written with.
    explicit StoreCheck(DatabaseUrl url, Fingerprint fingerprint = bodyFingerprint);

    /// Fails with words where it cannot be checked at all (no store, no database, another
    /// schema than known).
    models::Result<StoreFindings> run();

private:
    void checkStructure();
    void checkReferences();
    void checkTerms();
    void checkEvents();
    /// Adds a problem for each row of a query: `text` with the numbers of the row in place of
    /// %1, %2.
    void tellRows(const QString &sql, const QString &text);
    void tell(const QString &problem);

    const DatabaseUrl m_url;
    const Fingerprint m_fingerprint;
    std::unique_ptr<Connection> m_connection;
    StoreFindings m_findings;
    std::vector<bool> m_terms; // which numbers are there
    BodyCodec m_codec;
};

} // namespace app
