// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/boards/overduepolicy.h"
#include "models/boards/triagestate.h"
#include "views/detail/eventwords.h"

namespace models {
class EventIndex;
}

namespace views {

/// What an issue says of itself, in reading order; without what is not known. `fixes` as of
/// IssueBoard::earlierFixes(). Pure; translated; GUI thread.
QList<Fact> issueFacts(const models::Issue &issue, const models::TriageState &state,
                       const std::vector<models::Instant> &fixes,
                       const models::OverduePolicy &policy, const models::EventIndex &index,
                       models::Instant now);

} // namespace views
