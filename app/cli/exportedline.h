// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"

#include <QByteArray>

#include <optional>

namespace app {

/// A line of `export --format jsonl` read again.
struct ExportedLine
{
    QByteArray body; ///< the event object byte for byte
    std::optional<models::Instant> received; ///< nothing: its text is no time
};

/// Takes such a line apart: an object with `received`, a text, and `body`, an object, and without
/// `event`, whatever the order, white space and other members. Nothing where it is no such line;
/// nothing is judged within the body. Pure.
std::optional<ExportedLine> readExportedLine(const QByteArray &line);

} // namespace app
