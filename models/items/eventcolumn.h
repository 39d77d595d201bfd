// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/filter.h"
#include "models/index/order.h"
#include "models/index/segment.h"

#include <QString>

#include <optional>

namespace models {

/// The columns that the index can fill, in the order in which EventsModel has them. Columns for
/// paths of the payload come behind them.
enum class EventColumn : quint8 {
    Received,
    Time,
    Severity,
    Status,
    Product,
    Type,
    Title,
    Asset,
    Group,
    Policy,
    Family,
    AssetType,
    HostedOn,
    DiscoveredVia,
    Actor,
    Subject,
    Deliveries,
    Age,
};
inline constexpr int eventColumnCount = 18;

/// What a column shows and how it is asked for.
struct EventColumnFacts
{
    QLatin1String name; ///< stable, for what is kept: "hosted-on"
    const char *header; ///< to be translated in the context models::EventsModel
    std::optional<Order::Key> key; ///< by what its header orders; nothing: by nothing
    std::optional<Field> field; ///< of a filter that one of its cells makes
    std::optional<TermColumn> term; ///< where its text comes from
    bool figures = false; ///< times and numbers: aligned at the right, downwards first
};

/// Facts of a column; `column` is one of EventColumn. Any thread.
const EventColumnFacts &factsOf(EventColumn column);
/// The column of a stable name; nothing where none has it. Any thread.
std::optional<EventColumn> eventColumnOf(QStringView name);
/// The column whose header orders by a key. Any thread.
std::optional<EventColumn> eventColumnOf(Order::Key key);

} // namespace models
