// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/event.h"
#include "models/index/eventrow.h"

#include <QByteArray>

#include <array>

namespace app {

class Cursor;

/// The members of EventRow that are dictionary numbers, in the order of the columns from `type`
/// to `detail` that the statements name.
inline constexpr std::array<models::TermId models::EventRow::*, 16> termMembers {
    &models::EventRow::type,          &models::EventRow::product,   &models::EventRow::title,
    &models::EventRow::text,          &models::EventRow::asset,     &models::EventRow::group,
    &models::EventRow::policy,        &models::EventRow::subject,   &models::EventRow::severityWord,
    &models::EventRow::statusWord,    &models::EventRow::assetType, &models::EventRow::hostedOn,
    &models::EventRow::discoveredVia, &models::EventRow::actor,     &models::EventRow::assetId,
    &models::EventRow::detail,
};
inline constexpr int termColumns = int(termMembers.size());

/// How many of them, the first, the index keeps; the others are for the boards.
inline constexpr int indexTermColumns = termColumns - 2;

/// The place of the text for search among those.
inline constexpr size_t textColumn = 3;

/// Columns of table `events` before the first of those: id, received, time, family, severity,
/// status.
inline constexpr int firstTermColumn = 6;
/// Behind them: when the subject was opened or made.
inline constexpr int createdColumn = firstTermColumn + termColumns;
/// Columns that make an EventRow.
inline constexpr int rowColumns = createdColumn + 1;

/// The texts of an event that go into the dictionary, UTF-8, in the order of termMembers. The
/// text for search is description, recommendation, additional information and the explanation
/// of an exception, each on its own line. Pure.
std::array<QByteArray, termColumns> termTexts(const models::Event &event);

/// When the subject was opened or made, as EventRow::created. Pure.
qint64 createdOf(const models::Event &event);

/// The row under a cursor whose first columns are those of EventRow. Words beyond the known
/// enumerations, as a newer program may have stored them, become Other, Unknown and Unknown.
models::EventRow rowAt(const Cursor &cursor);
/// The same under a cursor that has only what the index keeps.
models::EventRow indexRowAt(const Cursor &cursor);

} // namespace app
