// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/boards/issuetests.h"

#include "models/index/filterwords.h"
#include "models/index/issuetrait.h"
#include "models/index/timebound.h"

#include <algorithm>
#include <functional>

namespace models {

namespace {

using PlaceTest = std::function<bool(quint32 place)>;

/// Passes rows by the place that their id tells.
class PlaceRowTest final : public RowTest
{
public:
    explicit PlaceRowTest(PlaceTest test) : m_test(std::move(test)) { }
    void run(const Stretch &stretch, quint8 *passes) override
    {
        const quint32 *const ids = stretch.segment.segment->ids.get() + stretch.first;
        for (quint32 row = 0; row < stretch.count; ++row)
            passes[row] = m_test(ids[row] - 1) ? 1 : 0;
    }

private:
    const PlaceTest m_test;
};

bool has(const IssueGround &ground, quint32 place, IssueTrait trait)
{
    const IssueState &state = ground.board.state(place);
    switch (trait) {
    case IssueTrait::Issue:
        return true;
    case IssueTrait::Open:
        return state.phase == IssuePhase::Open;
    case IssueTrait::Closed:
        return state.phase == IssuePhase::Closed;
    case IssueTrait::Overdue:
        return ground.policy.isOverdue(ground.board.issue(place), ground.now);
    case IssueTrait::Reopened:
        return state.timesReopened > 0;
    case IssueTrait::Regression:
        return state.occurrence > 1;
    case IssueTrait::New:
        return ground.judgementOf(place).standing == TriageJudgement::Standing::New;
    case IssueTrait::Acknowledged:
        return ground.judgementOf(place).standing == TriageJudgement::Standing::Acknowledged;
    case IssueTrait::Snoozed:
        return ground.judgementOf(place).standing == TriageJudgement::Standing::Snoozed;
    case IssueTrait::Conflict:
        return ground.judgementOf(place).isConflict();
    }
    return false;
}

/// The moment that a field asks about; nothing where the issue has none.
std::optional<Instant> momentOf(const Issue &issue, Field field)
{
    switch (field) {
    case Field::OpenAge:
        return issue.isOpen() ? std::optional(issue.openSince()) : std::nullopt;
    case Field::FirstSeen:
        return issue.firstSeen;
    case Field::Opened:
        return issue.opened;
    default:
        return issue.closed;
    }
}

PlaceTest traitTest(const FilterNode &clause, const IssueGround &ground)
{
    std::vector<IssueTrait> traits;
    for (const QString &value : clause.values) {
        if (const std::optional<IssueTrait> trait = issueTraitFromKey(value))
            traits.push_back(*trait);
    }
    return [traits = std::move(traits), &ground](quint32 place) {
        return std::any_of(traits.begin(), traits.end(),
                           [&](IssueTrait trait) { return has(ground, place, trait); });
    };
}

PlaceTest standingTest(const FilterNode &clause, const IssueGround &ground)
{
    return [test = ValueTest(clause.field, clause.values), &ground](quint32 place) {
        const QString key = standingKey(ground.judgementOf(place).standing);
        return test(QStringView(key));
    };
}

PlaceTest momentTest(const FilterNode &clause, const IssueGround &ground)
{
    std::vector<TimeRange> ranges;
    for (const QString &value : clause.values) {
        if (const std::optional<TimeBound> bound = timeBound(value))
            ranges.push_back(timeRange(clause.field, clause.relation, *bound, ground.now));
    }
    return [ranges = std::move(ranges), field = clause.field, &ground](quint32 place) {
        const std::optional<Instant> moment = momentOf(ground.board.issue(place), field);
        if (!moment)
            return false;
        const qint64 time = moment->time_since_epoch().count();
        return std::any_of(ranges.begin(), ranges.end(), [time](const TimeRange &range) {
            return time >= range.first && time <= range.last;
        });
    };
}

PlaceTest assigneeTest(const FilterNode &clause, const IssueGround &ground)
{
    return [test = ValueTest(clause.field, clause.values), &ground](quint32 place) {
        const TermId subject = ground.board.state(place).subject;
        const auto assigned = ground.triage.state(subject).assigned;
        return test(QStringView(assigned ? assigned->to : QString()));
    };
}

} // namespace

OtherTests issueTests(const IssueGround &ground)
{
    return [&ground](const FilterNode &clause) -> std::unique_ptr<RowTest> {
        switch (clause.field) {
        case Field::IssueIs:
            return std::make_unique<PlaceRowTest>(traitTest(clause, ground));
        case Field::Triage:
            return std::make_unique<PlaceRowTest>(standingTest(clause, ground));
        case Field::OpenAge:
        case Field::FirstSeen:
        case Field::Opened:
        case Field::Closed:
            return std::make_unique<PlaceRowTest>(momentTest(clause, ground));
        case Field::AssignedTo:
            return std::make_unique<PlaceRowTest>(assigneeTest(clause, ground));
        default:
            return nullptr;
        }
    };
}

} // namespace models
