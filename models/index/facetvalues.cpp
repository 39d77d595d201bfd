// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/facetvalues.h"

#include "models/index/eventindex.h"
#include "models/index/filterwords.h"

#include <algorithm>

namespace models {

namespace {

/// What the language calls the counted number.
QString valueName(const EventIndex &index, Field field, quint32 number)
{
    if (field == Field::Severity)
        return severityKey(static_cast<Severity>(number));
    if (field == Field::Status)
        return statusKey(static_cast<Status>(number));
    return literalValue(index.text(number));
}

} // namespace

std::vector<FacetValue> facetValues(const EventIndex &index, Field field,
                                    const FacetCounts &matching, const QStringList &selected)
{
    std::vector<FacetValue> values;
    const auto facet = static_cast<std::size_t>(field);
    if (facet >= facetCount)
        return values;
    const QHash<quint32, quint32> &totals = index.totals()[facet];
    values.reserve(static_cast<std::size_t>(totals.size()));
    const ValueTest isSelected(field, selected);
    for (auto total = totals.cbegin(); total != totals.cend(); ++total) {
        FacetValue value;
        value.value = valueName(index, field, total.key());
        value.matching = matching[facet].value(total.key());
        value.total = total.value();
        value.selected = isSelected(QStringView(valuePattern(value.value).text));
        values.push_back(std::move(value));
    }
    for (const QString &wanted : selected) {
        const ValueTest isWanted(field, { wanted });
        const bool there = std::any_of(values.begin(), values.end(), [&](const FacetValue &value) {
            return isWanted(QStringView(valuePattern(value.value).text));
        });
        if (!there)
            values.push_back({ wanted, 0, 0, true });
    }
    std::sort(values.begin(), values.end(), [](const FacetValue &a, const FacetValue &b) {
        if (a.matching != b.matching)
            return a.matching > b.matching;
        if (a.total != b.total)
            return a.total > b.total;
        return a.value < b.value;
    });
    return values;
}

} // namespace models
