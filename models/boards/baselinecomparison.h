// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/boards/baseline.h"
#include "models/boards/issueboard.h"

#include <functional>

namespace models {

/// What a list of the issues that are open in the portal tells beside the board.
struct BaselineComparison
{
    std::vector<std::size_t> neverReceived; ///< open there, no event ever came: places in the list
    std::vector<quint32> openHereOnly; ///< open here, closed there: the closing never came
    std::vector<quint32> closedHereOnly; ///< open there, not open here: the reopening never came
    std::vector<quint32> agreed; ///< open on both sides
};

/// Compares by the ids of subjects, upper and lower case alike. `text`: the id of a subject. Pure;
/// any thread; about 0.2 s for 200,000 subjects.
BaselineComparison compareBaseline(const Baseline &baseline, const IssueBoard &board,
                                   const std::function<QString(TermId)> &text);

} // namespace models
