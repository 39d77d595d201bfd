// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/cursor.h"
#include "models/domain/deliveryrecord.h"

namespace app {

/// The values of a filter for the statements selectdelivery….sql, from placeholder `?2` on: a
/// pattern for LIKE (empty: any), results as a number (0: any), peer and cause. What a person
/// typed is escaped, so that % and _ mean themselves. LIKE is without case for ASCII. Pure.
std::vector<SqlValue> filterValues(const models::DeliveryFilter &filter);

/// A pattern that finds `text` anywhere, for LIKE … ESCAPE '\'. Pure.
QByteArray likePattern(const QString &text);

/// Columns that make a DeliveryRecord.
inline constexpr int recordColumns = 13;

/// The record under a cursor whose first columns are those of selectdeliveriesolder.sql.
models::DeliveryRecord recordAt(const Cursor &cursor);

} // namespace app
