// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/boards/issuerecord.h"

#include <limits>

namespace models {

void IssueState::clear()
{
    events = 0;
    firstSeen = opened = reopened = closed = 0;
    word = timesReopened = 0;
    phase = IssuePhase::Unknown;
    status = Status::None;
}

void IssueState::step(const IssueEvent &event, const IssueWord &said)
{
    const qint64 time = event.time();
    if (events++ == 0)
        firstSeen = time;
    if (said.status == Status::None)
        return;
    const Status before = std::exchange(status, said.status);
    word = event.word;
    switch (said.status) {
    case Status::Open:
        if (phase == IssuePhase::Closed) {
            if (timesReopened < std::numeric_limits<quint16>::max())
                ++timesReopened;
            reopened = time;
        }
        if (opened == 0)
            opened = time;
        phase = IssuePhase::Open;
        closed = 0;
        break;
    case Status::Fixed:
    case Status::Accepted:
    case Status::Closed:
        if (phase != IssuePhase::Closed || before != said.status)
            closed = time;
        phase = IssuePhase::Closed;
        break;
    default: // a word that nobody knows does not say whether it is open
        break;
    }
}

} // namespace models
