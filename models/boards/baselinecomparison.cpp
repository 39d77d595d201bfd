// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/boards/baselinecomparison.h"

namespace models {

BaselineComparison compareBaseline(const Baseline &baseline, const IssueBoard &board,
                                   const std::function<QString(TermId)> &text)
{
    QHash<QString, quint32> places;
    places.reserve(qsizetype(board.size()));
    for (quint32 place = 0; place < board.size(); ++place)
        places.insert(text(board.state(place).subject).toLower(), place);
    std::vector<bool> listed(board.size(), false);
    BaselineComparison found;
    for (std::size_t i = 0; i < baseline.entries.size(); ++i) {
        const auto place = places.constFind(baseline.entries[i].id.toLower());
        if (place == places.constEnd()) {
            found.neverReceived.push_back(i);
            continue;
        }
        listed[*place] = true;
        const bool open = board.state(*place).phase == IssuePhase::Open;
        (open ? found.agreed : found.closedHereOnly).push_back(*place);
    }
    for (quint32 place = 0; place < board.size(); ++place) {
        if (board.state(place).phase == IssuePhase::Open && !listed[place])
            found.openHereOnly.push_back(place);
    }
    return found;
}

} // namespace models
