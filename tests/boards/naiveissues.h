// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/boards/issueworld.h"

namespace tests {

/// The language about issues once more, of one issue and without any of its machinery. It knows
/// what randomIssueExpression() makes.
bool naiveIssuePasses(const World &world, quint32 place, const FilterNode &node);

/// A random expression about the issues of a world, without is:issue.
QString randomIssueExpression(World &world, int depth);

} // namespace tests
