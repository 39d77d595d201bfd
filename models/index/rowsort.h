// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/indexsnapshot.h"
#include "models/index/order.h"

#include <vector>

namespace models {

class Ranks;

/// Puts rows of a snapshot into an order; they come newest first, which is what remains where the
/// keys are equal. The same order as that of RowOrder. Pure but for what `ranks` remembers; any
/// thread.
void sortRows(std::vector<quint32> &rows, const IndexSnapshot &snapshot, const Order &order,
              Ranks &ranks);

} // namespace models
