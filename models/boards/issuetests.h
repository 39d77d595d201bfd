// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/boards/issuematch.h"
#include "models/index/rowtests.h"

namespace models {

/// The tests of what only issues have, for RowMatcher, over rows whose id is the place of the
/// issue + 1. `ground` must outlive them. One thread.
OtherTests issueTests(const IssueGround &ground);

} // namespace models
