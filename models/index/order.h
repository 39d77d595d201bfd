// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <optional>

namespace models {

/// By what rows are ordered: by one key, where that is equal by a second one, then newest first
/// (by arrival, which is never equal). A value; any thread.
struct Order
{
    enum class Key : quint8 {
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
        Age, ///< the event time the other way round
    };
    static constexpr int keyCount = 17;

    /// One key with its direction.
    struct Part
    {
        Key key = Key::Received;
        bool descending = true;
        bool operator==(const Part &) const = default;
    };

    Key key = Key::Received;
    bool descending = true;
    std::optional<Part> second = {};

    Part first() const { return { key, descending }; }
    bool operator==(const Order &) const = default;
};

} // namespace models
