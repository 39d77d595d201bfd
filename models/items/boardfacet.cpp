// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/boardfacet.h"

#include "models/items/boardmodel.h"
#include "models/items/boardquery.h"

#include <QLocale>

namespace models {

BoardFacet::BoardFacet(BoardQuery &query, int column, const QString &name, QObject *parent)
    : WholeFacet(parent), m_query(query), m_column(column), m_name(name)
{
    connect(&query, &BoardQuery::tallyChanged, this, [this] { refresh(false); });
    connect(&query, &BoardQuery::filterChanged, this, [this] { refresh(true); });
    sortRows();
}

QString BoardFacet::title() const
{
    return m_query.model().headerData(m_column, Qt::Horizontal, Qt::DisplayRole).toString();
}

int BoardFacet::marks() const
{
    return int(m_query.filter().chosen.value(m_column).size());
}

void BoardFacet::clear()
{
    BoardFilter filter = m_query.filter();
    filter.chosen.remove(m_column);
    m_query.setFilter(filter);
}

FacetEntry BoardFacet::entry(qint64 key, const QString &label, int count) const
{
    FacetEntry made;
    made.value = label;
    made.label = label;
    made.key = key;
    made.matching = count;
    made.selected = m_query.filter().chosen.value(m_column).contains(key);
    return made;
}

/// All values, the most frequent first.
std::vector<FacetEntry> BoardFacet::values() const
{
    std::vector<FacetEntry> all;
    const QHash<qint64, BoardCount> tally = m_query.tally(m_column);
    for (auto value = tally.cbegin(); value != tally.cend(); ++value)
        all.push_back(entry(value.key(), m_query.model().facetText(value->place, m_column),
                            value->count));
    const QMap<qint64, QString> chosen = m_query.filter().chosen.value(m_column);
    for (auto value = chosen.cbegin(); value != chosen.cend(); ++value) {
        if (!tally.contains(value.key()))
            all.push_back(entry(value.key(), value.value(), 0));
    }
    sortByCount(all);
    return all;
}

void BoardFacet::apply(const FacetEntry &entry, Gesture gesture)
{
    BoardFilter filter = m_query.filter();
    QMap<qint64, QString> &chosen = filter.chosen[m_column];
    if (gesture == Gesture::Only)
        chosen.clear();
    if (gesture == Gesture::Release)
        chosen.remove(entry.key);
    else
        chosen.insert(entry.key, entry.label);
    m_query.setFilter(filter);
}

QString BoardFacet::countWords(const FacetEntry &entry) const
{
    return tr("%1 in the list").arg(QLocale().toString(entry.matching));
}

} // namespace models
