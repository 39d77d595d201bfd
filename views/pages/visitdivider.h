// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/rowdivider.h"

namespace models {
class EventsModel;
} // namespace models

namespace views {

/// The line in the table of events between what came since the last visit and what came before, as
/// models::VisitLine finds it. GUI thread; translated.
std::optional<RowDivider::Place> visitDivider(const models::EventsModel &model);

} // namespace views
