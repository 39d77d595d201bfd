// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/boards/timeline.h"

#include <QSet>

#include <algorithm>

namespace models {

namespace {

using Kind = TimelineEntry::Kind;
using Step = TimelineEntry::Step;

bool closes(Status status)
{
    return status == Status::Fixed || status == Status::Accepted || status == Status::Closed;
}

/// The step between two events with a status (the first one: before the first) that must have been.
std::optional<Step> missingStep(const IssueMoment *before, const IssueMoment &event)
{
    if (before == nullptr)
        return closes(event.status) ? std::optional(Step::Opening) : std::nullopt;
    const bool same = before->status == event.status && before->statusWord == event.statusWord;
    if (same && closes(event.status))
        return Step::Reopening;
    if (same && event.status == Status::Open && before->type == event.type)
        return Step::Closing;
    return {};
}

TimelineEntry missing(Step step, const std::optional<Instant> &at)
{
    TimelineEntry entry;
    entry.kind = Kind::Missing;
    entry.step = step;
    entry.at = at;
    return entry;
}

void addEvents(std::vector<TimelineEntry> &entries, const std::vector<IssueMoment> &moments,
               const std::optional<Instant> &opened, const RepeatsOf &repeats)
{
    const IssueMoment *before = nullptr;
    for (const IssueMoment &moment : moments) {
        if (closes(moment.status) || moment.status == Status::Open) {
            if (const std::optional<Step> step = missingStep(before, moment)) {
                const bool dated = *step == Step::Opening && opened && *opened <= moment.time;
                entries.push_back(missing(*step, dated ? opened : std::nullopt));
            }
            before = &moment;
        }
        TimelineEntry entry;
        entry.at = moment.time;
        entry.moment = moment;
        entries.push_back(entry);
        if (!repeats)
            continue;
        if (const EventRepeats again = repeats(moment.event); again.count > 0) {
            entry.kind = Kind::Repeat;
            entry.at = std::max(again.last, moment.time);
            entry.repeats = again.count;
            entries.push_back(entry);
        }
    }
}

} // namespace

std::vector<TimelineEntry> timeline(const std::vector<IssueMoment> &moments,
                                    const std::vector<SubjectAct> &acts,
                                    const std::optional<Instant> &opened, const RepeatsOf &repeats)
{
    std::vector<TimelineEntry> entries;
    addEvents(entries, moments, opened, repeats);
    for (const SubjectAct &act : acts) {
        TimelineEntry entry;
        entry.kind = Kind::Act;
        entry.at = act.at;
        entry.act = act;
        entries.push_back(entry);
    }
    // A step without a date stays right before what it must have come before.
    std::vector<Instant> places(entries.size());
    Instant next = Instant::max();
    for (std::size_t i = entries.size(); i-- > 0;) {
        next = entries[i].at.value_or(next);
        places[i] = next;
    }
    std::vector<std::size_t> order(entries.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::stable_sort(order.begin(), order.end(),
                     [&places](std::size_t a, std::size_t b) { return places[a] < places[b]; });
    std::vector<TimelineEntry> sorted;
    sorted.reserve(entries.size());
    std::optional<Instant> last;
    for (const std::size_t i : order) {
        sorted.push_back(std::move(entries[i]));
        TimelineEntry &entry = sorted.back();
        if (!entry.at)
            continue;
        if (last)
            entry.elapsed = *entry.at - *last;
        last = entry.at;
    }
    return sorted;
}

IssueRelations relationsOf(const IssueBoard &board, quint32 place)
{
    IssueRelations relations;
    const IssueDigest own = board.digest(place);
    QSet<TermId> assets;
    for (quint32 other = 0; other < board.size(); ++other) {
        const IssueDigest &issue = board.digest(other);
        if (other == place || !issue.isOpen())
            continue;
        if (own.asset != 0 && issue.asset == own.asset) {
            relations.sameAsset.push_back(other);
        } else if (own.ruleType != 0 && issue.ruleType == own.ruleType
                   && issue.asset != own.asset) {
            if (issue.asset != 0)
                assets.insert(issue.asset);
            relations.sameRule.push_back(other);
        }
    }
    relations.ruleAssets = int(assets.size());
    return relations;
}

} // namespace models
