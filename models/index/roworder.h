// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/eventquery.h"
#include "models/index/segment.h"

#include <optional>

namespace models {

class EventIndex;

/// The text column an order goes by; nothing for times and levels.
std::optional<TermColumn> orderColumn(Order::Key key);

/// Compares rows of the index in display order: by the keys, then newest first (by id, so by
/// arrival; Order::Key::Received is the id itself). The same order as scan() makes. GUI thread.
class RowOrder final
{
public:
    /// `index` must outlive the object.
    RowOrder(const EventIndex &index, Order order) : m_index(index), m_order(order) { }

    /// Whether the row at position `a` stands before the one at `b`.
    bool operator()(quint32 a, quint32 b) const;

private:
    int compare(Order::Part by, quint32 a, quint32 b) const;

    const EventIndex &m_index;
    Order m_order;
};

} // namespace models
