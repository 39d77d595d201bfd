// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/bodycodec.h"
#include "app/store/connection.h"
#include "app/store/cursor.h"
#include "models/ports/storesearch.h"

namespace app {

/// A connection that judges texts and bodies as they are read. Made, used and destroyed on one
/// thread.
class SearchSession final
{
public:
    using Tests = models::StoreQuestion::Tests;

    /// As ReadSession::connect(); none where there is nothing in the store yet.
    static models::Result<std::unique_ptr<SearchSession>> open(const DatabaseUrl &url);

    /// Judges texts by each of the tests and adds to what was judged; false: failure() says why.
    /// Ids that follow each other in descending order are read fastest.
    bool judgeTerms(const std::vector<models::TermId> &ids, const Tests &tests,
                    models::StoreVerdicts::Judged<models::TermId> &judged);
    /// The same for the bodies of events. A damaged body passes nothing.
    bool judgeBodies(const std::vector<qint64> &ids, const Tests &tests,
                     models::StoreVerdicts::Judged<qint64> &judged);

    const QString &failure() const { return m_failure; }

private:
    explicit SearchSession(std::unique_ptr<Connection> connection);
    template<typename Id, typename Value>
    bool judge(Cursor &cursor, const std::vector<Id> &ids, const Tests &tests,
               models::StoreVerdicts::Judged<Id> &judged, Value valueAt);

    std::unique_ptr<Connection> m_connection; // first, so that it goes last
    Cursor m_terms;
    Cursor m_bodies;
    BodyCodec m_codec;
    QString m_failure;
};

} // namespace app
