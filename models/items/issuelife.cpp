// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/issuelife.h"

#include "models/boards/triageboard.h"
#include "models/index/eventindex.h"

namespace models {

std::vector<TimelineEntry> issueLife(const IssueBoard &board, quint32 place,
                                     const TriageBoard &triage, const EventIndex &index)
{
    const auto repeats = [&index](qint64 event) {
        EventRepeats again;
        const std::optional<quint32> position = index.positionOf(event);
        if (!position)
            return again;
        again.count = index.deliveries(event) - 1;
        again.last = index.lastReceived(*position);
        return again;
    };
    const Issue issue = board.issue(place);
    return timeline(board.moments(place), triage.acts(issue.subject), issue.opened, repeats);
}

} // namespace models
