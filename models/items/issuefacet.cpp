// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/issuefacet.h"

#include "models/domain/severity.h"
#include "models/items/eventtext.h"
#include "models/items/issuequery.h"
#include "models/items/issuetext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace models {

namespace {

SmallSet *setOf(IssueFilter &filter, IssueFacet::Field field)
{
    switch (field) {
    case IssueFacet::Field::Class:
        return &filter.classes;
    case IssueFacet::Field::Severity:
        return &filter.severities;
    case IssueFacet::Field::Standing:
        return &filter.standings;
    case IssueFacet::Field::Group:
        break;
    }
    return nullptr;
}

/// The value by which views know its shape.
FacetEntry severityEntry(FacetEntry entry)
{
    entry.value = severityKey(Severity(entry.key));
    return entry;
}

struct IssueClassWords
{
    Q_DECLARE_TR_FUNCTIONS(IssueClassWords)
};

} // namespace

QString issueClassText(IssueClass which)
{
    switch (which) {
    case IssueClass::Open:
        return IssueClassWords::tr("Open");
    case IssueClass::Overdue:
        return IssueClassWords::tr("Overdue");
    case IssueClass::BackAgain:
        return IssueClassWords::tr("Back again");
    case IssueClass::Conflict:
        return IssueClassWords::tr("In conflict");
    case IssueClass::Fixed:
        return IssueClassWords::tr("Fixed");
    case IssueClass::WontFix:
        return IssueClassWords::tr("Won't fix");
    case IssueClass::RiskAccepted:
        return IssueClassWords::tr("Risk accepted");
    case IssueClass::CompensatingControl:
        return IssueClassWords::tr("Compensating control");
    case IssueClass::AcceptedByPolicy:
        return IssueClassWords::tr("Accepted by policy");
    case IssueClass::ClosedOtherwise:
        return IssueClassWords::tr("Closed otherwise");
    case IssueClass::Unknown:
        break;
    }
    return IssueClassWords::tr("Not known");
}

IssueFacet::IssueFacet(IssueQuery &query, Field field, QObject *parent)
    : FacetList(parent), m_query(query), m_field(field)
{
    connect(&query, &IssueQuery::tallyChanged, this, [this] { refresh(false); });
    connect(&query, &IssueQuery::filterChanged, this, [this] { refresh(true); });
    sortRows();
}

QString IssueFacet::title() const
{
    switch (m_field) {
    case Field::Class:
        return tr("State");
    case Field::Severity:
        return tr("Severity");
    case Field::Standing:
        return tr("Our state");
    case Field::Group:
        break;
    }
    return tr("Asset group");
}

QString IssueFacet::name() const
{
    switch (m_field) {
    case Field::Class:
        return QStringLiteral("state");
    case Field::Severity:
        return QStringLiteral("severity");
    case Field::Standing:
        return QStringLiteral("ours");
    case Field::Group:
        break;
    }
    return QStringLiteral("group");
}

FacetList::Shapes IssueFacet::shapes() const
{
    return m_field == Field::Severity ? Shapes::Severities : Shapes::None;
}

qsizetype IssueFacet::size() const
{
    return qsizetype(values().size());
}

int IssueFacet::marks() const
{
    IssueFilter filter = m_query.filter();
    const SmallSet *set = setOf(filter, m_field);
    return set ? set->size() : int(filter.groups.size());
}

void IssueFacet::clear()
{
    IssueFilter filter = m_query.filter();
    if (SmallSet *set = setOf(filter, m_field))
        *set = {};
    else
        filter.groups.clear();
    m_query.setFilter(filter);
}

FacetEntry IssueFacet::entry(qint64 key, const QString &label, qint64 count, bool selected) const
{
    FacetEntry made;
    made.value = label;
    made.label = label;
    made.key = key;
    made.matching = count;
    made.selected = selected;
    return made;
}

/// All values in their best order.
std::vector<FacetEntry> IssueFacet::values() const
{
    const IssueFilter &filter = m_query.filter();
    const IssueTally &tally = m_query.tally();
    std::vector<FacetEntry> all;
    switch (m_field) {
    case Field::Class:
        for (int which = 0; which < issueClassCount; ++which)
            all.push_back(entry(which, issueClassText(IssueClass(which)),
                                tally.classes[size_t(which)], filter.classes.has(which)));
        break;
    case Field::Severity:
        for (int level = severityCount - 1; level >= 0; --level)
            all.push_back(severityEntry(entry(level, severityText(Severity(level)),
                                              tally.severities[size_t(level)],
                                              filter.severities.has(level))));
        break;
    case Field::Standing:
        for (int which = 0; which < int(tally.standings.size()); ++which)
            all.push_back(entry(which, standingText(TriageJudgement::Standing(which)),
                                tally.standings[size_t(which)], filter.standings.has(which)));
        break;
    case Field::Group: {
        QHash<TermId, int> groups = tally.groups;
        for (const TermId group : filter.groups) {
            if (!groups.contains(group))
                groups.insert(group, 0);
        }
        for (auto group = groups.cbegin(); group != groups.cend(); ++group)
            all.push_back(entry(group.key(), singleLine(m_query.text(group.key())), group.value(),
                                filter.groups.contains(group.key())));
        std::sort(all.begin(), all.end(), [](const FacetEntry &a, const FacetEntry &b) {
            return a.matching != b.matching ? a.matching > b.matching : a.label < b.label;
        });
        break;
    }
    }
    return all;
}

std::vector<FacetEntry> IssueFacet::pick(int count, const QString &search) const
{
    return best(values(), count, search);
}

std::vector<std::optional<FacetEntry>> IssueFacet::recount(
        const std::vector<FacetEntry> &entries) const
{
    QHash<qint64, FacetEntry> all;
    for (FacetEntry &value : values())
        all.insert(value.key, value);
    std::vector<std::optional<FacetEntry>> fresh;
    for (const FacetEntry &known : entries) {
        const auto now = all.constFind(known.key);
        // A group that nothing is left of stays where it stands, with a count of none.
        fresh.push_back(now != all.constEnd() ? *now : entry(known.key, known.label, 0, false));
    }
    return fresh;
}

void IssueFacet::apply(const FacetEntry &entry, Gesture gesture)
{
    const bool select = gesture != Gesture::Release;
    IssueFilter filter = m_query.filter();
    if (SmallSet *set = setOf(filter, m_field)) {
        if (gesture == Gesture::Only)
            *set = {};
        set->set(int(entry.key), select);
    } else {
        if (gesture == Gesture::Only)
            filter.groups.clear();
        if (select)
            filter.groups.insert(TermId(entry.key));
        else
            filter.groups.remove(TermId(entry.key));
    }
    m_query.setFilter(filter);
}

QString IssueFacet::countWords(const FacetEntry &entry) const
{
    return tr("%1 issues").arg(QLocale().toString(entry.matching));
}

} // namespace models
