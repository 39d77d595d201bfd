// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/eventreader.h"
#include "models/index/rowtests.h"

#include <map>
#include <memory>
#include <vector>

namespace app {

/// Which events pass the clauses of a filter that ask about paths of the body: found by reading
/// every body once. Blocks while it reads. One thread.
class PathAnswers final
{
public:
    /// Reads nothing where the filter has no such clause.
    static models::Result<PathAnswers> read(EventReader &reader, const models::Filter &filter,
                                            models::Instant now);

    /// For RowMatcher; the tests keep what they need.
    models::OtherTests tests() const;

private:
    using Ids = std::vector<qint64>; ///< ascending
    std::map<QString, std::shared_ptr<Ids>> m_passing; ///< by the clause's text
};

} // namespace app
