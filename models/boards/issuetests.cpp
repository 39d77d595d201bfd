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

bool has(const IssueBasis &basis, quint32 place, IssueTrait trait)
{
    const IssueState &state = basis.board.state(place);
    switch (trait) {
    case IssueTrait::Issue:
        return true;
    case IssueTrait::Open:
        return state.phase == IssuePhase::Open;
    case IssueTrait::Closed:
        return state.phase == IssuePhase::Closed;
    case IssueTrait::Overdue:
        return basis.policy.isOverdue(basis.board.digest(place), basis.now);
    case IssueTrait::Reopened:
        return state.timesReopened > 0;
    case IssueTrait::Regression:
        return state.occurrence > 1;
    case IssueTrait::New:
        return basis.judgementOf(place).standing == TriageJudgement::Standing::New;
    case IssueTrait::Acknowledged:
        return basis.judgementOf(place).standing == TriageJudgement::Standing::Acknowledged;
    case IssueTrait::Snoozed:
        return basis.judgementOf(place).standing == TriageJudgement::Standing::Snoozed;
    case IssueTrait::Conflict:
        return basis.judgementOf(place).isConflict();
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

PlaceTest traitTest(const FilterNode &clause, const IssueBasis &basis)
{
    std::vector<IssueTrait> traits;
    for (const QString &value : clause.values) {
        if (const std::optional<IssueTrait> trait = issueTraitFromKey(value))
            traits.push_back(*trait);
    }
    return [traits = std::move(traits), basis](quint32 place) {
        return std::any_of(traits.begin(), traits.end(),
                           [&](IssueTrait trait) { return has(basis, place, trait); });
    };
}

PlaceTest standingTest(const FilterNode &clause, const IssueBasis &basis)
{
    return [test = ValueTest(clause.field, clause.values), basis](quint32 place) {
        const QString key = standingKey(basis.judgementOf(place).standing);
        return test(QStringView(key));
    };
}

PlaceTest momentTest(const FilterNode &clause, const IssueBasis &basis)
{
    std::vector<TimeRange> ranges;
    for (const QString &value : clause.values) {
        if (const std::optional<TimeBound> bound = timeBound(value))
            ranges.push_back(timeRange(clause.field, clause.relation, *bound, basis.now));
    }
    return [ranges = std::move(ranges), field = clause.field, basis](quint32 place) {
        const std::optional<Instant> moment = momentOf(basis.board.issue(place), field);
        if (!moment)
            return false;
        const qint64 time = moment->time_since_epoch().count();
        return std::any_of(ranges.begin(), ranges.end(), [time](const TimeRange &range) {
            return time >= range.first && time <= range.last;
        });
    };
}

PlaceTest assigneeTest(const FilterNode &clause, const IssueBasis &basis)
{
    return [test = ValueTest(clause.field, clause.values), basis](quint32 place) {
        const TermId subject = basis.board.state(place).subject;
        const auto assigned = basis.triage.state(subject).assigned;
        return test(QStringView(assigned ? assigned->to : QString()));
    };
}

} // namespace

OtherTests issueTests(const IssueBasis &basis)
{
    return [basis](const FilterNode &clause) -> std::unique_ptr<RowTest> {
        switch (clause.field) {
        case Field::IssueIs:
            return std::make_unique<PlaceRowTest>(traitTest(clause, basis));
        case Field::Triage:
            return std::make_unique<PlaceRowTest>(standingTest(clause, basis));
        case Field::OpenAge:
        case Field::FirstSeen:
        case Field::Opened:
        case Field::Closed:
            return std::make_unique<PlaceRowTest>(momentTest(clause, basis));
        case Field::AssignedTo:
            return std::make_unique<PlaceRowTest>(assigneeTest(clause, basis));
        default:
            return nullptr;
        }
    };
}

} // namespace models
