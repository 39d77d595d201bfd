// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/boards/issuematch.h"
#include "models/index/eventindex.h"
#include "tests/boards/boardstream.h"

#include <array>
#include <functional>

namespace tests {

using namespace models;

inline constexpr qint64 day = 86'400'000;

/// Issues folded from a stream, and what a team decided about some of them.
class World final
{
public:
    explicit World(quint32 seed, int count = 1500) : stream(seed)
    {
        const EventBatch batch = stream.batch(stream.make(count));
        index.append(batch);
        for (const EventRow &row : batch.rows)
            board.add(row);
        board.settle();
        for (quint32 place = 0; place < board.size(); ++place)
            decide(board.issue(place));
    }

    std::vector<quint32> matching(const QString &written) const
    {
        const Filter::Parsed parsed = Filter::parse(written, FilterScope::Issues);
        return parsed.filter ? matchingIssues(*parsed.filter, ground) : std::vector<quint32>();
    }
    std::vector<quint32> where(const std::function<bool(quint32)> &passes) const
    {
        std::vector<quint32> places;
        for (quint32 place = 0; place < board.size(); ++place) {
            if (passes(place))
                places.push_back(place);
        }
        return places;
    }

    BoardStream stream;
    EventIndex index;
    IssueBoard board;
    TriageBoard triage;
    const Instant now { std::chrono::milliseconds(1'700'000'000'000 + 40 * day) };
    const IssueGround ground { board, triage, index, {}, now };

private:
    void decide(const Issue &issue)
    {
        constexpr std::array kinds { ActKind::Acknowledge, ActKind::Snooze, ActKind::Assign };
        const quint32 which = stream.below(6);
        if (which >= kinds.size())
            return;
        TriageAct what;
        what.kind = kinds.at(which);
        what.text = stream.below(2) == 0 ? QStringLiteral("Alice") : QStringLiteral("bob");
        what.until = now + std::chrono::hours(int(stream.below(200)) - 50);
        Act act;
        act.id = ++m_acts;
        act.at = issue.firstSeen;
        act.kind = what.kind;
        act.value = what.value();
        const qint64 event = board.moments(*board.placeOf(issue.subject)).front().event;
        act.events = { { event, event } };
        triage.add(act, [this](qint64 id) {
            return index.term(TermColumn::Subject, *index.positionOf(id));
        });
    }

    qint64 m_acts = 0;
};

} // namespace tests
