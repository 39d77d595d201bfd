// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/boards/issuerows.h"
#include "models/index/rowtests.h"

namespace models {

/// The tests of what only issues have, for makeRowTest(), over rows whose id is the place of the
/// issue + 1. What `basis` refers to must outlive them. One thread.
OtherTests issueTests(const IssueBasis &basis);

} // namespace models
