// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/boards/standingsfold.h"

#include "models/boards/issuesubject.h"

#include <algorithm>

namespace models {

namespace {

using MomentsBySubject = QHash<TermId, std::vector<IssueMoment>>;

void addMoments(const SegmentView &view, const IdSet &wanted, MomentsBySubject &moments)
{
    const Segment &segment = *view.segment;
    const Segment::Codes &column = segment.column(TermColumn::Subject);
    const quint32 distinct = view.distinct[static_cast<std::size_t>(TermColumn::Subject)];
    std::vector<quint8> table(distinct);
    bool any = false;
    for (quint32 code = 0; code < distinct; ++code) {
        table[code] = wanted.contains(column.terms[code]) ? 1 : 0;
        any = any || table[code] != 0;
    }
    if (!any)
        return;
    for (quint32 row = 0; row < view.rows; ++row) {
        const quint32 code = column.codes[row];
        if (table[code] == 0)
            continue;
        if (!tellsOfIssue(static_cast<Family>(segment.families[row])))
            continue;
        IssueMoment moment;
        moment.event = segment.ids[row];
        moment.time = Instant(std::chrono::milliseconds(segment.times[row]));
        moment.status = static_cast<Status>(segment.statuses[row]);
        moment.severity = static_cast<Severity>(segment.severities[row]);
        moments[column.terms[code]].push_back(moment);
    }
}

} // namespace

Decision Decision::of(const TriageState &state)
{
    Decision decision;
    if (const auto &acknowledged = state.acknowledged) {
        decision.acknowledged = true;
        decision.acknowledgedUntil = acknowledged->until;
        decision.acknowledgedEvent = acknowledged->event;
    }
    if (const auto &snoozed = state.snoozed) {
        decision.snoozed = true;
        decision.end = snoozed->end;
        decision.snoozedUntil = snoozed->until;
        decision.snoozedEvent = snoozed->event;
    }
    return decision;
}

TriageState Decision::state() const
{
    TriageState state;
    if (acknowledged)
        state.acknowledged = { {}, {}, {}, acknowledgedUntil, acknowledgedEvent };
    if (snoozed)
        state.snoozed = { {}, {}, end, snoozedUntil, snoozedEvent };
    return state;
}

FoldedStandings foldStandings(const Decisions &decisions, const IndexSnapshot &snapshot,
                              Instant now, const std::atomic_bool &cancelled)
{
    IdSet wanted;
    bool any = false;
    for (auto at = decisions.begin(); at != decisions.end(); ++at) {
        if (at->hangsOnEvents()) {
            wanted.insert(qint64(at.key()));
            any = true;
        }
    }
    MomentsBySubject moments;
    for (const SegmentView &view : snapshot.segments) {
        if (cancelled)
            return {};
        if (any)
            addMoments(view, wanted, moments);
    }
    for (std::vector<IssueMoment> &one : moments) {
        std::sort(one.begin(), one.end(), [](const IssueMoment &a, const IssueMoment &b) {
            return std::pair(a.time, a.event) < std::pair(b.time, b.event);
        });
    }
    FoldedStandings folded;
    for (auto at = decisions.begin(); at != decisions.end() && !cancelled; ++at) {
        const TriageJudgement judged = judge(at->state(), moments.value(at.key()), now);
        if (judged.next)
            folded.next = std::min(folded.next.value_or(*judged.next), *judged.next);
        if (judged.standing == Standing::Acknowledged)
            folded.subjects.acknowledged.insert(qint64(at.key()));
        if (judged.standing == Standing::Snoozed)
            folded.subjects.snoozed.insert(qint64(at.key()));
        if (at->hangsOnEvents() && !judged.snoozeEnded)
            folded.awaiting.insert(qint64(at.key()));
    }
    return folded;
}

} // namespace models
