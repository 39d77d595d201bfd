// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/boards/triagestate.h"

#include <algorithm>

namespace models {

namespace {

bool holds(const std::vector<IdRange> &ranges, qint64 id)
{
    return std::any_of(ranges.begin(), ranges.end(), [id](const IdRange &range) {
        return range.first <= id && id <= range.last;
    });
}

/// From the newest act to the oldest: what is in force is known of all later ones by then.
void markTakenBack(std::vector<SubjectAct> &acts)
{
    std::vector<SubjectAct *> byId;
    for (SubjectAct &act : acts)
        byId.push_back(&act);
    std::sort(byId.begin(), byId.end(),
              [](const SubjectAct *a, const SubjectAct *b) { return a->act > b->act; });
    std::vector<const SubjectAct *> undos;
    for (SubjectAct *act : byId) {
        act->takenBack = std::any_of(undos.begin(), undos.end(), [act](const SubjectAct *undo) {
            return undo->act > act->act && holds(undo->what.acts, act->act);
        });
        if (!act->takenBack && act->what.kind == ActKind::Undo)
            undos.push_back(act);
    }
}

/// What the events of a subject say of the time after a certain one arrived.
struct Since
{
    bool any = false;
    bool worse = false;
    bool closed = false; ///< and it still is
    bool reopened = false;
};

Since since(const std::vector<IssueMoment> &moments, qint64 event)
{
    Since since;
    Severity severity = Severity::Unrated;
    for (const IssueMoment &moment : moments) {
        if (moment.event <= event && moment.severity != Severity::Unrated)
            severity = moment.severity; // of the newest in the order of the feed
    }
    IssuePhase phase = IssuePhase::Unknown;
    for (const IssueMoment &moment : moments) {
        const bool later = moment.event > event;
        since.any = since.any || later;
        since.worse = since.worse || (later && moment.severity > severity);
        if (moment.status == Status::Open) {
            if (phase == IssuePhase::Closed)
                since.reopened = since.reopened || later;
            phase = IssuePhase::Open;
            since.closed = false;
        } else if (moment.status == Status::Fixed || moment.status == Status::Accepted
                   || moment.status == Status::Closed) {
            if (phase != IssuePhase::Closed)
                since.closed = later;
            phase = IssuePhase::Closed;
        }
    }
    return since;
}

bool hasEnded(const TriageState::Snoozed &snooze, const Since &since, Instant now)
{
    switch (snooze.end) {
    case SnoozeEnd::NextEvent:
        return since.any;
    case SnoozeEnd::MoreSevere:
        return since.worse;
    case SnoozeEnd::Time:
        break;
    }
    return now >= snooze.until.value_or(now);
}

} // namespace

TriageState foldActs(std::vector<SubjectAct> &acts)
{
    std::sort(acts.begin(), acts.end(), [](const SubjectAct &a, const SubjectAct &b) {
        return std::pair(a.at, a.act) < std::pair(b.at, b.act);
    });
    markTakenBack(acts);
    TriageState state;
    for (const SubjectAct &act : acts) {
        const TriageAct &what = act.what;
        if (what.kind == ActKind::Note)
            state.notes.push_back({ act.who, act.at, what.text, act.takenBack });
        if (act.takenBack)
            continue;
        if (what.kind == ActKind::Acknowledge)
            state.acknowledged = { act.who, act.at, what.text, what.until, act.event };
        else if (what.kind == ActKind::Snooze)
            state.snoozed = { act.who, act.at, what.end, what.until, act.event };
        else if (what.kind == ActKind::Assign)
            state.assigned = { what.text, act.who, act.at };
    }
    return state;
}

TriageJudgement judge(const TriageState &state, const std::vector<IssueMoment> &moments,
                      Instant now)
{
    TriageJudgement judgement;
    const auto changesAt = [&](const std::optional<Instant> &until) {
        if (until && *until > now)
            judgement.next = std::min(judgement.next.value_or(*until), *until);
    };
    if (const auto &acknowledged = state.acknowledged;
        acknowledged && now < acknowledged->until.value_or(Instant::max())) {
        const Since after = since(moments, acknowledged->event);
        judgement.standing = Standing::Acknowledged;
        judgement.resolvedByPortal = after.closed;
        judgement.reopenedSince = after.reopened;
        changesAt(acknowledged->until);
    }
    if (const auto &snoozed = state.snoozed) {
        const Since after = since(moments, snoozed->event);
        judgement.snoozeEnded = hasEnded(*snoozed, after, now);
        if (!judgement.snoozeEnded) {
            judgement.standing = Standing::Snoozed;
            judgement.reopenedSince = judgement.reopenedSince || after.reopened;
            if (snoozed->end == SnoozeEnd::Time)
                changesAt(snoozed->until);
        }
    }
    return judgement;
}

} // namespace models
