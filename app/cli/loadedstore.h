// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/eventreader.h"
#include "models/boards/triageboard.h"
#include "models/index/eventindex.h"

#include <functional>
#include <memory>
#include <vector>

namespace app {

/// The store's rows in the same index that the window uses, so that a query means the same
/// here and there. Blocks while it reads. One thread.
class LoadedStore final
{
public:
    /// Called with all that is read, in the order of arrival.
    using Also = std::function<void(const models::EventBatch &)>;
    /// Reads every row; the reader is free afterwards.
    static models::Result<std::unique_ptr<LoadedStore>> load(EventReader &reader,
                                                             const Also &also = {});

    const models::EventIndex &index() const { return m_index; }
    /// What the team decided about the subjects of the rows. Reads every act.
    models::Result<models::TriageBoard> triage(EventReader &reader) const;
    /// Positions of the rows that match, oldest arrival first. Reads every body where the filter
    /// asks about a path of them, and every act where it asks about the team's state.
    models::Result<std::vector<quint32>> matching(const models::Filter &filter,
                                                  EventReader &reader) const;

private:
    models::Result<std::shared_ptr<const models::Standings>> standings(EventReader &reader,
                                                                       models::Instant now) const;
    LoadedStore() = default;
    models::EventIndex m_index;
};

} // namespace app
