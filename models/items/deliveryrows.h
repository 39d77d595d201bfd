// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/deliveryrecord.h"

#include <vector>

namespace models {

/// A row of the Deliveries page: one record, or a storm of them alike.
struct DeliveryRow
{
    DeliveryRecord record; ///< the newest, with the sums of `count` and `size`
    qint64 oldest = 0; ///< id of the oldest record in it
    Instant since; ///< when that one was received
    int records = 1; ///< how many records it is made of
};

/// The longest time from the first to the last of a storm that is one row.
inline constexpr std::chrono::hours longestStorm { 1 };

/// True if two neighbours are one storm: same peer, path, status and cause, both refused as a
/// whole, all within longestStorm. One whose bytes were kept (it has refused parts) stands for
/// itself: its details can be read and accepted after all. Pure.
bool areOneStorm(const DeliveryRow &newer, const DeliveryRow &older);

/// Rows of records that stand newest first. Pure.
std::vector<DeliveryRow> foldRecords(const QList<DeliveryRecord> &newestFirst);

/// One row of two neighbours where the newer takes the older in; nothing is asked. Pure.
DeliveryRow joined(DeliveryRow newer, const DeliveryRow &older);

} // namespace models
