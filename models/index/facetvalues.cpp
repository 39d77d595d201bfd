// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/facetvalues.h"

#include "models/index/eventindex.h"
#include "models/index/filterwords.h"
#include "models/index/textfold.h"

#include <algorithm>

namespace models {

namespace {

constexpr qsizetype mostMarked = 200;

/// One value while it is chosen: nothing that has to be made yet.
struct Candidate
{
    quint32 number = 0;
    FacetCount count;
    quint32 total = 0;
    quint8 place = 0; ///< on its scale; else the empty value comes last
    bool selected = false;
    bool excluded = false;

    bool marked() const { return selected || excluded; }
};

quint8 placeOf(Field field, quint32 number)
{
    if (field == Field::Severity)
        return static_cast<quint8>(255 - number); // gravest first
    if (field == Field::Triage)
        return static_cast<quint8>(number);
    // Open ones first, then the ways to close, odd words, none.
    constexpr std::array<quint8, statusCount> statuses { 5, 4, 0, 1, 2, 3 };
    return field == Field::Status && number < statuses.size() ? statuses[number] : 0;
}

/// Judges values by their texts, as the filter does.
class ValueJudge final
{
public:
    ValueJudge(const EventIndex &index, Field field, const QStringList &patterns)
        : m_index(index), m_field(field), m_column(facetColumn(field)), m_test(field, patterns),
          m_any(!patterns.isEmpty())
    {
    }
    bool operator()(quint32 number) const
    {
        if (!m_any)
            return false;
        if (!m_column)
            return m_test(QStringView(facetValueName(m_index, m_field, number)));
        const TermId term = m_index.facets().term(m_field, number);
        return m_test(m_index.terms().utf8(term), m_index.terms().ascii(term));
    }

private:
    const EventIndex &m_index;
    Field m_field;
    std::optional<TermColumn> m_column;
    ValueTest m_test;
    bool m_any;
};

class Finder final
{
public:
    Finder(const EventIndex &index, Field field, const FacetAsk &ask)
        : m_index(index), m_field(field), m_label(ask.label),
          m_needle(foldText(ask.search.trimmed())), m_any(ask.search.trimmed().isEmpty())
    {
    }
    bool operator()(quint32 number) const
    {
        if (m_any)
            return true;
        if (facetColumn(m_field)
            && m_index.terms().holds(m_index.facets().term(m_field, number), m_needle))
            return true;
        if (!m_label && facetColumn(m_field))
            return false;
        const QString name = facetValueName(m_index, m_field, number);
        return m_needle.inFolded(foldText(m_label ? m_label(name) : name));
    }

private:
    const EventIndex &m_index;
    Field m_field;
    std::function<QString(const QString &)> m_label;
    Needle m_needle;
    bool m_any;
};

/// Whether one value stands before another, whatever their names.
std::optional<bool> better(const Candidate &a, const Candidate &b)
{
    if (a.place != b.place)
        return a.place < b.place;
    if (a.count.matching != b.count.matching)
        return a.count.matching > b.count.matching;
    if (a.total != b.total)
        return a.total > b.total;
    return {};
}

std::vector<Candidate> candidates(const EventIndex &index, Field field,
                                  const QList<FacetCount> &matching, const FacetAsk &ask)
{
    const QList<FacetCount> &totals = index.facets().totals()[static_cast<std::size_t>(field)];
    const ValueJudge isSelected(index, field, ask.selected);
    const ValueJudge isExcluded(index, field, ask.excluded);
    const Finder isFound(index, field, ask);
    std::vector<Candidate> values;
    values.reserve(static_cast<std::size_t>(totals.size()));
    for (qsizetype i = 0; i < totals.size(); ++i) {
        if (totals[i].matching == 0 && field != Field::Triage)
            continue;
        Candidate value;
        value.number = static_cast<quint32>(i);
        value.selected = isSelected(value.number);
        value.excluded = isExcluded(value.number);
        if (!value.marked() && !isFound(value.number))
            continue;
        value.count = matching.value(i);
        value.total = totals[i].matching;
        value.place = placeOf(field, value.number);
        if (facetColumn(field)
            && index.terms().utf8(index.facets().term(field, value.number)).isEmpty())
            value.place = 1;
        values.push_back(value);
    }
    return values;
}

/// Keeps the marked values and as many of the best others as make up `most`.
void keepBest(std::vector<Candidate> &values, qsizetype most)
{
    if (most < 0 || values.size() <= static_cast<std::size_t>(most))
        return;
    const auto marked = std::partition(values.begin(), values.end(),
                                       [](const Candidate &value) { return value.marked(); });
    const auto kept =
            std::max(most, std::min<qsizetype>(marked - values.begin(), most + mostMarked));
    std::nth_element(values.begin(), values.begin() + kept, values.end(),
                     [](const Candidate &a, const Candidate &b) {
                         if (a.marked() != b.marked())
                             return a.marked();
                         return better(a, b).value_or(a.number < b.number);
                     });
    values.resize(static_cast<std::size_t>(kept));
}

/// Adds what is named in a clause and occurs nowhere.
void addAbsent(std::vector<FacetValue> &values, Field field, const QStringList &wanted,
               bool selected)
{
    for (const QString &pattern : wanted) {
        const ValueTest isWanted(field, { pattern });
        const bool there = std::any_of(values.begin(), values.end(), [&](const FacetValue &value) {
            return (selected ? value.selected : value.excluded)
                    && isWanted(QStringView(valuePattern(value.value).text));
        });
        if (there)
            continue;
        FacetValue absent;
        absent.value = pattern;
        (selected ? absent.selected : absent.excluded) = true;
        values.push_back(std::move(absent));
    }
}

} // namespace

QString facetValueName(const EventIndex &index, Field field, qint64 number)
{
    const auto facet = static_cast<std::size_t>(field);
    if (facet >= facetCount || number < 0 || number >= index.facets().totals()[facet].size())
        return {};
    const auto value = static_cast<quint32>(number);
    if (field == Field::Severity)
        return severityKey(static_cast<Severity>(value));
    if (field == Field::Status)
        return statusKey(static_cast<Status>(value));
    if (field == Field::Family)
        return familyKey(static_cast<Family>(value));
    if (field == Field::Triage)
        return standingKey(static_cast<Standing>(value));
    return literalValue(index.text(index.facets().term(field, value)));
}

std::vector<FacetValue> facetValues(const EventIndex &index, Field field,
                                    const FacetCounts &matching, const FacetAsk &ask)
{
    std::vector<FacetValue> values;
    const auto facet = static_cast<std::size_t>(field);
    if (facet >= facetCount)
        return values;
    std::vector<Candidate> best = candidates(index, field, matching[facet], ask);
    keepBest(best, ask.most);
    std::sort(best.begin(), best.end(), [&](const Candidate &a, const Candidate &b) {
        if (const std::optional<bool> order = better(a, b))
            return *order;
        if (!facetColumn(field))
            return a.number < b.number;
        const FacetTally &tally = index.facets();
        return index.terms().compare(tally.term(field, a.number), tally.term(field, b.number)) < 0;
    });
    values.reserve(best.size());
    for (const Candidate &one : best) {
        values.push_back({ facetValueName(index, field, one.number), one.count.matching,
                           one.count.open, one.total, one.selected, one.excluded, one.number });
    }
    addAbsent(values, field, ask.selected, true);
    addAbsent(values, field, ask.excluded, false);
    return values;
}

qsizetype facetSize(const EventIndex &index, Field field)
{
    const auto facet = static_cast<std::size_t>(field);
    if (facet >= facetCount)
        return 0;
    const QList<FacetCount> &totals = index.facets().totals()[facet];
    if (facetColumn(field) || field == Field::Triage)
        return totals.size();
    return std::count_if(totals.begin(), totals.end(),
                         [](const FacetCount &count) { return count.matching > 0; });
}

} // namespace models
