// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/completionwords.h"

#include "models/domain/family.h"
#include "models/index/filterwords.h"
#include "models/index/issuetrait.h"
#include "models/index/standing.h"

#include <QCoreApplication>

namespace models {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Completion)
};

QString stateNote(const QString &word)
{
    switch (stateFromKey(word).value_or(State::Open)) {
    case State::Open:
        return Words::tr("not fixed, accepted or closed");
    case State::Closed:
        return Words::tr("fixed, accepted or closed");
    case State::Unread:
        return Words::tr("not yet looked at here");
    case State::Read:
        return Words::tr("looked at here");
    }
    return {};
}

QString traitNote(const QString &word)
{
    switch (issueTraitFromKey(word).value_or(IssueTrait::Issue)) {
    case IssueTrait::Issue:
        break;
    case IssueTrait::Open:
        return Words::tr("open now");
    case IssueTrait::Closed:
        return Words::tr("fixed, accepted or closed otherwise");
    case IssueTrait::Overdue:
        return Words::tr("open for longer than the settings allow");
    case IssueTrait::Reopened:
        return Words::tr("closed before, under the same id");
    case IssueTrait::Regression:
        return Words::tr("fixed before under another id, and back");
    case IssueTrait::New:
        return Words::tr("nobody has decided about it");
    case IssueTrait::Acknowledged:
        return Words::tr("the team knows");
    case IssueTrait::Snoozed:
        return Words::tr("put off by the team");
    case IssueTrait::Conflict:
        return Words::tr("our state and the portal's do not fit together");
    }
    return {};
}

} // namespace

std::vector<ValueCount> stableWords(Field field)
{
    std::vector<ValueCount> words;
    switch (field) {
    case Field::Severity:
        for (int i = severityCount - 1; i >= 0; --i)
            words.push_back({ severityKey(static_cast<Severity>(i)), -1 });
        break;
    case Field::Status:
        for (const Status status : { Status::Open, Status::Fixed, Status::Accepted, Status::Closed,
                                     Status::Unknown, Status::None })
            words.push_back({ statusKey(status), -1 });
        break;
    case Field::Family:
        for (int i = 0; i < familyCount; ++i)
            words.push_back({ familyKey(static_cast<Family>(i)), -1 });
        break;
    case Field::Triage:
        for (int i = 0; i < standingCount; ++i)
            words.push_back({ standingKey(static_cast<Standing>(i)), -1 });
        break;
    case Field::Is:
        for (int i = 0; i < stateCount; ++i)
            words.push_back({ stateKey(static_cast<State>(i)), -1 });
        break;
    case Field::IssueIs: // "issue" goes without saying
        for (int i = int(IssueTrait::Open); i < issueTraitCount; ++i)
            words.push_back({ issueTraitKey(static_cast<IssueTrait>(i)), -1 });
        break;
    default:
        break;
    }
    return words;
}

QString stableNote(Field field, const QString &word)
{
    if (field == Field::Is)
        return stateNote(word);
    return field == Field::IssueIs ? traitNote(word) : QString();
}

} // namespace models
