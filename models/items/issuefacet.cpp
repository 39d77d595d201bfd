// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/issuefacet.h"

#include "models/domain/severity.h"
#include "models/items/eventtext.h"
#include "models/items/issuequery.h"
#include "models/items/issuetext.h"
#include "models/items/issuevalues.h"

#include <QCoreApplication>
#include <QLocale>

namespace models {

namespace {

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
    : WholeFacet(parent), m_query(query), m_field(field)
{
    connect(&query, &IssueQuery::tallyChanged, this, [this] { refresh(false); });
    connect(&query, &IssueQuery::filterChanged, this, [this] { refresh(true); });
    sortRows();
}

QString IssueFacet::title() const
{
    return issueFieldText(m_field);
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
    default:
        return QStringLiteral("group");
    }
}

FacetList::Shapes IssueFacet::shapes() const
{
    return m_field == Field::Severity ? Shapes::Severities : Shapes::None;
}

int IssueFacet::marks() const
{
    const IssueFilter &filter = m_query.filter();
    return filter.count(m_field) + filter.excluded.count(m_field);
}

void IssueFacet::clear()
{
    IssueFilter filter = m_query.filter();
    filter.clear(m_field);
    filter.excluded.clear(m_field);
    m_query.setFilter(filter);
}

FacetEntry IssueFacet::entry(qint64 key, const QString &label, qint64 count) const
{
    const IssueFilter &filter = m_query.filter();
    FacetEntry made;
    made.value = label;
    made.label = label;
    made.key = key;
    made.matching = count;
    made.selected = filter.has({ m_field, key });
    made.excluded = filter.excluded.has({ m_field, key });
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
            all.push_back(
                    entry(which, issueClassText(IssueClass(which)), tally.classes[size_t(which)]));
        break;
    case Field::Severity:
        for (int level = severityCount - 1; level >= 0; --level)
            all.push_back(severityEntry(
                    entry(level, severityText(Severity(level)), tally.severities[size_t(level)])));
        break;
    case Field::Standing:
        for (int which = 0; which < int(tally.standings.size()); ++which)
            all.push_back(entry(which, standingText(TriageJudgement::Standing(which)),
                                tally.standings[size_t(which)]));
        break;
    default: {
        QHash<TermId, int> groups = tally.groups;
        for (const qint64 group : filter.of(m_field) + filter.excluded.of(m_field)) {
            if (!groups.contains(TermId(group)))
                groups.insert(TermId(group), 0);
        }
        for (auto group = groups.cbegin(); group != groups.cend(); ++group)
            all.push_back(entry(group.key(), singleLine(m_query.text(group.key())), group.value()));
        sortByCount(all);
        break;
    }
    }
    return all;
}

void IssueFacet::apply(const FacetEntry &entry, Gesture gesture)
{
    const IssueValue value { m_field, entry.key };
    const IssueFilter &filter = m_query.filter();
    switch (gesture) {
    case Gesture::Select:
        return m_query.setFilter(included(filter, value));
    case Gesture::Release:
        return m_query.setFilter(released(filter, value));
    case Gesture::Exclude:
        return m_query.setFilter(excludedToo(filter, value));
    case Gesture::Only:
        return m_query.setFilter(only(filter, value));
    }
}

QString IssueFacet::countWords(const FacetEntry &entry) const
{
    return tr("%1 issues").arg(QLocale().toString(entry.matching));
}

} // namespace models
