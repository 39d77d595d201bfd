// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace models {

/// The documentation of the filter language as Markdown: resources/help/filter.md with the table
/// of fields put in. The same in the window and on the command line. Any thread.
QString filterHelp();

} // namespace models
