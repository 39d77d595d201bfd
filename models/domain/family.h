// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1String>
#include <QtGlobal>

namespace models {

/// What an event is about (spec/events.md, "Event types"). Not the product: user events carry
/// a mobile product's prefix. The numbers are stored; append only.
enum class Family : quint8 {
    Other = 0,
    PolicyViolation,
    MobileFinding,
    FindingNote,
    Asset,
    PortalUser,
    Protection,
    ConnectionTest,
};
inline constexpr int familyCount = 8;

/// The stable word of a family in queries, exports and statistics: "violation", "finding",
/// "note", "asset", "user", "protection", "test", "other".
QLatin1String familyKey(Family family);

} // namespace models
