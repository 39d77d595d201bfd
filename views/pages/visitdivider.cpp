// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/visitdivider.h"

#include "models/items/eventsmodel.h"
#include "models/items/visittext.h"

namespace views {

std::optional<RowDivider::Place> visitDivider(const models::EventsModel &model)
{
    const models::VisitLine &line = model.visitLine();
    const int row = line.row();
    if (row < 0)
        return {};
    const models::Instant visit = *line.visit();
    return RowDivider::Place { row, models::visitLabel(visit, models::now()),
                               models::visitToolTip(visit) };
}

} // namespace views
