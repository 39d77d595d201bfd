// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/boards/issuefilter.h"

#include <algorithm>
#include <array>

namespace models {

namespace {

IssueClass acceptedClass(Closure closure)
{
    switch (closure) {
    case Closure::WontFix:
        return IssueClass::WontFix;
    case Closure::RiskAccepted:
        return IssueClass::RiskAccepted;
    case Closure::CompensatingControl:
        return IssueClass::CompensatingControl;
    case Closure::ByPolicy:
        return IssueClass::AcceptedByPolicy;
    case Closure::Fixed:
    case Closure::PartiallyFixed:
    case Closure::NotFound:
    case Closure::Other:
        break;
    }
    return IssueClass::ClosedOtherwise;
}

constexpr std::array<QLatin1String, issueFieldCount> fieldWords {
    QLatin1String("state"), QLatin1String("severity"), QLatin1String("ours"),
    QLatin1String("group"), QLatin1String("asset"),    QLatin1String("policy"),
    QLatin1String("rule")
};

template<typename Values> auto *smallOf(Values &values, IssueField field)
{
    return field == IssueField::Class       ? &values.classes
            : field == IssueField::Severity ? &values.severities
            : field == IssueField::Standing ? &values.standings
                                            : nullptr;
}

/// Of a field whose values are terms.
template<typename Values> auto &termsOf(Values &values, IssueField field)
{
    return field == IssueField::Group     ? values.groups
            : field == IssueField::Asset  ? values.assets
            : field == IssueField::Policy ? values.policies
                                          : values.rules;
}

} // namespace

SmallSet classesOf(const IssueDigest &issue, Closure closure, const TriageMark &mark,
                   const OverduePolicy &policy, Instant now)
{
    SmallSet classes;
    if (issue.phase == IssuePhase::Unknown)
        classes.set(IssueClass::Unknown);
    else if (issue.isFixed())
        classes.set(IssueClass::Fixed);
    else if (issue.isAccepted())
        classes.set(acceptedClass(closure));
    else if (!issue.isOpen())
        classes.set(IssueClass::ClosedOtherwise);
    else
        classes.set(IssueClass::Open);
    classes.set(IssueClass::Overdue, policy.isOverdue(issue, now));
    classes.set(IssueClass::BackAgain, issue.isOpen() && issue.isRegression);
    classes.set(IssueClass::Conflict, mark.isConflict);
    return classes;
}

QString written(const IssueValue &value)
{
    return fieldWords[std::size_t(value.field)] % u':' % QString::number(value.key);
}

std::optional<IssueValue> readIssueValue(const QString &text)
{
    bool isNumber = false;
    const qint64 key = text.section(u':', 1).toLongLong(&isNumber);
    const auto word = std::find(fieldWords.begin(), fieldWords.end(), text.section(u':', 0, 0));
    if (!isNumber || key < 0 || word == fieldWords.end())
        return {};
    const IssueValue value { IssueField(word - fieldWords.begin()), key };
    constexpr qint64 most = 31; // of a SmallSet
    const IssueValues none;
    return smallOf(none, value.field) && key > most ? std::nullopt : std::optional(value);
}

bool IssueValues::has(const IssueValue &value) const
{
    if (const SmallSet *small = smallOf(*this, value.field))
        return small->has(value.key);
    return termsOf(*this, value.field).contains(TermId(value.key));
}

void IssueValues::set(const IssueValue &value, bool on)
{
    if (SmallSet *small = smallOf(*this, value.field))
        return small->set(value.key, on);
    QSet<TermId> &terms = termsOf(*this, value.field);
    if (on)
        terms.insert(TermId(value.key));
    else
        terms.remove(TermId(value.key));
}

void IssueValues::clear(IssueField field)
{
    if (SmallSet *small = smallOf(*this, field))
        *small = {};
    else
        termsOf(*this, field).clear();
}

QList<qint64> IssueValues::of(IssueField field) const
{
    QList<qint64> keys;
    if (const SmallSet *small = smallOf(*this, field)) {
        for (qint64 key = 0; key < 32; ++key) {
            if (small->has(key))
                keys.append(key);
        }
        return keys;
    }
    for (const TermId term : termsOf(*this, field))
        keys.append(term);
    std::sort(keys.begin(), keys.end());
    return keys;
}

int IssueValues::count(IssueField field) const
{
    const SmallSet *small = smallOf(*this, field);
    return small ? small->size() : int(termsOf(*this, field).size());
}

IssueFilter included(const IssueFilter &filter, const IssueValue &value)
{
    IssueFilter changed = filter;
    changed.set(value);
    changed.excluded.set(value, false);
    return changed;
}

IssueFilter excludedToo(const IssueFilter &filter, const IssueValue &value)
{
    IssueFilter changed = filter;
    changed.set(value, false);
    changed.excluded.set(value);
    return changed;
}

IssueFilter only(const IssueFilter &filter, const IssueValue &value)
{
    IssueFilter changed = filter;
    changed.clear(value.field);
    changed.excluded.clear(value.field);
    changed.set(value);
    return changed;
}

IssueFilter released(const IssueFilter &filter, const IssueValue &value)
{
    IssueFilter changed = filter;
    changed.set(value, false);
    changed.excluded.set(value, false);
    return changed;
}

IssueFilter withoutPart(const IssueFilter &filter, int part)
{
    IssueFilter changed = filter;
    if (part < issueTextPart) {
        (part % 2 == 0 ? changed : changed.excluded).clear(IssueField(part / 2));
        return changed;
    }
    const auto place = std::size_t(part - issueTextPart);
    const bool isLast = part == issuePartCount - 1;
    std::vector<Filter::Clause> clauses = changed.expression.clauses();
    do {
        if (place < clauses.size())
            changed.expression = clauses[place].without;
        clauses = changed.expression.clauses();
    } while (isLast && place < clauses.size());
    return changed;
}

IssueFilter withoutParts(const IssueFilter &filter, SmallSet parts)
{
    IssueFilter changed = filter;
    for (int part = issuePartCount - 1; part >= 0; --part) { // clauses before keep their places
        if (parts.has(part))
            changed = withoutPart(changed, part);
    }
    return changed;
}

SmallSet missedParts(const IssueFilter &filter, const IssueDigest &issue, SmallSet classes,
                     TriageJudgement::Standing standing)
{
    SmallSet missed;
    const auto look = [&missed](IssueField field, bool any, bool wanted, bool unwanted) {
        if (any && !wanted)
            missed.set(issuePart(field, false));
        if (unwanted)
            missed.set(issuePart(field, true));
    };
    const IssueValues &out = filter.excluded;
    const auto small = [&](IssueField field, SmallSet wanted, SmallSet unwanted, auto value) {
        look(field, !wanted.isEmpty(), wanted.has(value), unwanted.has(value));
    };
    const auto term = [&](IssueField field, TermId value) {
        const QSet<TermId> &wanted = termsOf(filter, field);
        const QSet<TermId> &unwanted = termsOf(out, field);
        if (!wanted.isEmpty() || !unwanted.isEmpty()) // seldom, for hundreds of thousands
            look(field, !wanted.isEmpty(), wanted.contains(value), unwanted.contains(value));
    };
    look(IssueField::Class, !filter.classes.isEmpty(), filter.classes.meets(classes),
         out.classes.meets(classes));
    small(IssueField::Severity, filter.severities, out.severities, issue.severity);
    small(IssueField::Standing, filter.standings, out.standings, standing);
    term(IssueField::Group, issue.group);
    term(IssueField::Asset, issue.asset);
    term(IssueField::Policy, issue.policy);
    term(IssueField::Rule, issue.ruleType);
    return missed;
}

} // namespace models
