// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/facetmodel.h"

#include "models/index/eventindex.h"
#include "models/index/filterwords.h"
#include "models/index/valuegesture.h"
#include "models/items/eventtext.h"
#include "models/items/issuetext.h"

#include <QLocale>

namespace models {

namespace {

QString emptyLabel(Field field)
{
    switch (field) {
    case Field::Group:
        return FacetModel::tr("(no asset group)");
    case Field::Product:
        return FacetModel::tr("(no product)");
    case Field::Type:
        return FacetModel::tr("(no type)");
    case Field::Asset:
        return FacetModel::tr("(no asset)");
    case Field::Policy:
        return FacetModel::tr("(no policy)");
    default:
        return FacetModel::tr("(not known)");
    }
}

QString valueLabel(Field field, const QString &value)
{
    const QString plain = valuePattern(value).text;
    if (value.isEmpty())
        return emptyLabel(field);
    switch (field) {
    case Field::Severity: {
        const auto level = severityFromKey(plain);
        return level ? severityText(*level) : singleLine(wordText(plain));
    }
    case Field::Status: {
        const auto status = statusFromKey(plain);
        return status ? statusText(*status) : singleLine(wordText(plain));
    }
    case Field::Family: {
        for (int i = 0; i < familyCount; ++i) {
            if (familyKey(static_cast<Family>(i)) == plain)
                return familyText(static_cast<Family>(i));
        }
        return singleLine(plain);
    }
    case Field::Triage: {
        const auto standing = standingFromKey(plain);
        return standing ? standingText(*standing) : singleLine(plain);
    }
    case Field::Product:
        return singleLine(productText(plain));
    case Field::Type:
        return singleLine(typeText(plain));
    case Field::HostedOn:
    case Field::DiscoveredVia:
        return singleLine(assetWordText(plain));
    default:
        return singleLine(plain);
    }
}

/// Facets whose labels are other words than the values.
bool hasWords(Field field)
{
    return field != Field::Group && field != Field::Asset && field != Field::Policy;
}

} // namespace

FacetModel::FacetModel(EventQuery &query, Field field, QObject *parent)
    : FacetList(parent), m_query(query), m_field(field), m_otherClauses(without().text())
{
    connect(&query, &EventQuery::countsChanged, this, [this] {
        refresh(false);
        const QString others = without().text();
        if (others != m_otherClauses && !m_query.busy()) {
            m_otherClauses = others;
            sortRows();
        }
    });
    connect(&query, &EventQuery::filterChanged, this, [this] { refresh(true); });
    sortRows();
}

QString FacetModel::title() const
{
    switch (m_field) {
    case Field::Group:
        return tr("Asset group");
    case Field::Product:
        return tr("Product");
    case Field::Severity:
        return tr("Severity");
    case Field::Status:
        return tr("Status");
    case Field::Type:
        return tr("Event type");
    case Field::Asset:
        return tr("Asset");
    case Field::Policy:
        return tr("Policy");
    case Field::Family:
        return tr("Family");
    case Field::HostedOn:
        return tr("Hosted on");
    case Field::DiscoveredVia:
        return tr("Discovered via");
    case Field::Triage:
        return tr("Our state");
    default:
        return fieldName(m_field);
    }
}

QString FacetModel::name() const
{
    return fieldName(m_field);
}

FacetList::Shapes FacetModel::shapes() const
{
    return m_field == Field::Severity ? Shapes::Severities : Shapes::None;
}

bool FacetModel::foldedAtFirst() const
{
    // Long, or rarely asked for.
    return m_field >= Field::Asset && m_field != Field::Triage;
}

qsizetype FacetModel::size() const
{
    return facetSize(m_query.index(), m_field);
}

int FacetModel::marks() const
{
    const Filter &filter = m_query.filter();
    return static_cast<int>(filter.values(m_field).size() + filter.excluded(m_field).size());
}

Filter FacetModel::without() const
{
    return m_query.filter().withValues(m_field, {}).withExcluded(m_field, {});
}

void FacetModel::clear()
{
    m_query.setFilter(without());
}

FacetEntry FacetModel::entryOf(const FacetValue &value) const
{
    FacetEntry entry;
    entry.value = value.value;
    entry.label = valueLabel(m_field, value.value);
    entry.key = value.number;
    entry.matching = value.matching;
    if (m_field != Field::Status) // where a value is open or not as a whole
        entry.open = value.open;
    entry.total = value.total;
    entry.selected = value.selected;
    entry.excluded = value.excluded;
    return entry;
}

std::vector<FacetEntry> FacetModel::pick(int count, const QString &search) const
{
    FacetAsk ask;
    ask.search = search;
    ask.most = count;
    if (hasWords(m_field))
        ask.label = [this](const QString &value) { return valueLabel(m_field, value); };
    std::vector<FacetEntry> entries;
    for (const FacetValue &value : m_query.facet(m_field, std::move(ask)))
        entries.push_back(entryOf(value));
    return entries;
}

std::vector<std::optional<FacetEntry>> FacetModel::recount(
        const std::vector<FacetEntry> &entries) const
{
    const auto facet = static_cast<std::size_t>(m_field);
    const QList<FacetCount> &matching = m_query.matching()[facet];
    const QList<FacetCount> &totals = m_query.index().facets().totals()[facet];
    const QStringList selected = m_query.filter().values(m_field);
    const QStringList excluded = m_query.filter().excluded(m_field);
    const ValueTest isSelected(m_field, selected);
    const ValueTest isExcluded(m_field, excluded);
    std::vector<std::optional<FacetEntry>> fresh;
    fresh.reserve(entries.size());
    for (const FacetEntry &entry : entries) {
        FacetEntry now = entry;
        if (entry.key < 0) { // named by a clause alone, and gone with it or once it occurs
            now.selected = selected.contains(entry.value);
            now.excluded = excluded.contains(entry.value);
            fresh.push_back(now.marked() ? std::optional(now) : std::nullopt);
            continue;
        }
        const QString text = valuePattern(entry.value).text;
        const FacetCount count = matching.value(entry.key);
        now.matching = count.matching;
        if (entry.open)
            now.open = count.open;
        now.total = totals.value(entry.key).matching;
        now.selected = isSelected(QStringView(text));
        now.excluded = isExcluded(QStringView(text));
        fresh.emplace_back(std::move(now));
    }
    return fresh;
}

void FacetModel::apply(const FacetEntry &entry, Gesture gesture)
{
    const ValueField field { m_field, {} };
    const Filter &filter = m_query.filter();
    switch (gesture) {
    case Gesture::Select:
        return m_query.setFilter(included(filter, field, entry.value));
    case Gesture::Exclude:
        return m_query.setFilter(excludedToo(filter, field, entry.value));
    case Gesture::Only:
        return m_query.setFilter(only(filter, field, entry.value));
    case Gesture::Release:
        break;
    }
    // What a pattern stands for: taking one of them back spells out the others.
    QStringList marked;
    FacetAsk ask;
    ask.most = 0;
    for (const FacetValue &value : m_query.facet(m_field, std::move(ask))) {
        if (value.number >= 0)
            marked.append(value.value);
    }
    m_query.setFilter(released(filter, field, entry.value, marked));
}

QString FacetModel::plainText(const FacetEntry &entry) const
{
    return valuePattern(entry.value).text;
}

QString FacetModel::countWords(const FacetEntry &entry) const
{
    const QLocale locale;
    const QString matching = entry.matching == 1
            ? tr("1 event")
            : tr("%1 events").arg(locale.toString(entry.matching));
    const QString all = locale.toString(entry.total.value_or(0));
    if (!entry.open)
        return tr("%1 under the other filters; %2 in all").arg(matching, all);
    return tr("%1, %2 open, under the other filters; %3 in all")
            .arg(matching, locale.toString(*entry.open), all);
}

} // namespace models
