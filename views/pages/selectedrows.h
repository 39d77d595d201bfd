// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <vector>

namespace models {
class EventQuery;
}

namespace views {

class EventTable;

/// Where the selected rows of a table of events stand in the index. GUI thread.
std::vector<quint32> selectedPositions(const EventTable &table, const models::EventQuery &query);

} // namespace views
