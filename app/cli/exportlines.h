// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/eventreader.h"

namespace app {

/// One line of `export --format jsonl` with its line end (design: interfaces): the body is the
/// event object as it came but for white space. Pure.
QByteArray jsonLine(const EventReader::Item &item);

/// The first record of `export --format csv`: the names of the columns. Pure.
QByteArray csvHeader();
/// One event as a record. Texts are shown as the detail pane shows them. Pure.
QByteArray csvLine(const EventReader::Item &item);

} // namespace app
