// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/boards/issuematch.h"

#include "models/boards/issuejudge.h"
#include "models/index/eventindex.h"

namespace models {

std::vector<quint32> matchingIssues(const Filter &filter, const IssueGround &ground)
{
    const std::atomic_bool cancelled = false;
    std::vector<quint32> places;
    IssueJudge judge(filter, ground.basis());
    judge.run(issueRows(ground.board, ground.index.snapshot(), cancelled), cancelled,
              [&places](quint32 place, ClauseSet missed) {
                  if (missed == 0)
                      places.push_back(place);
              });
    return places;
}

} // namespace models
