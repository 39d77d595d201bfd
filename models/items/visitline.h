// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"

#include <QtGlobal>

#include <optional>

namespace models {

class EventIndex;
class EventQuery;

/// The id of the last loaded event that came at `visit` or before; 0 where none did, or where what
/// came then is not loaded yet. Ids ascend with arrival, so that this takes a few steps however
/// many events there are. Where the clock was set back, or events with earlier times were imported
/// later, it is one of the ids at which the times pass `visit`. GUI thread.
qint64 lastIdUntil(const EventIndex &index, Instant visit);

/// Where the events that came since the last visit end in a table of events. Once found, the place
/// belongs to an event, not to a row, so that it stays between the same two events whatever
/// arrives. A few steps each time it is asked, however many rows there are. GUI thread.
class VisitLine final
{
public:
    /// `query` must outlive it.
    explicit VisitLine(const EventQuery &query) : m_query(query) { }

    /// Nothing: the person was never here.
    void setVisit(const std::optional<Instant> &visit);
    const std::optional<Instant> &visit() const { return m_visit; }
    /// The first shown row that came before the visit; -1 where there are not rows on both sides,
    /// or where the newest arrival is not first.
    int row() const;

private:
    const EventQuery &m_query;
    std::optional<Instant> m_visit;
    mutable qint64 m_lastId = 0; ///< 0: not found yet
};

} // namespace models
