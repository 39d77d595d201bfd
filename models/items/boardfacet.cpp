// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/boardfacet.h"

#include "models/items/filteredboard.h"

#include <QLocale>

#include <algorithm>

namespace models {

BoardFacet::BoardFacet(FilteredBoard &board, int facet, QObject *parent)
    : FacetList(parent), m_board(board), m_facet(facet)
{
    connect(&board, &FilteredBoard::countsChanged, this, [this] { refresh(false); });
    connect(&board, &FilteredBoard::filterChanged, this, [this] { refresh(true); });
    sortRows();
}

QString BoardFacet::title() const
{
    return m_board.facetTitle(m_facet);
}

QString BoardFacet::name() const
{
    return m_board.facetName(m_facet);
}

qsizetype BoardFacet::size() const
{
    return m_board.counts(m_facet).size();
}

int BoardFacet::marks() const
{
    return int(m_board.chosen(m_facet).size());
}

void BoardFacet::clear()
{
    m_board.setChosen(m_facet, {});
}

FacetEntry BoardFacet::entry(qint64 key) const
{
    FacetEntry made;
    made.key = key;
    made.label = m_board.valueLabel(m_facet, key);
    made.value = made.label;
    made.matching = m_board.counts(m_facet).value(key);
    made.selected = m_board.chosen(m_facet).contains(key);
    return made;
}

std::vector<FacetEntry> BoardFacet::pick(int count, const QString &search) const
{
    QSet<qint64> keys = m_board.chosen(m_facet);
    const FilteredBoard::Counts &counts = m_board.counts(m_facet);
    for (auto at = counts.keyBegin(); at != counts.keyEnd(); ++at)
        keys.insert(*at);
    std::vector<FacetEntry> all;
    for (const qint64 key : std::as_const(keys))
        all.push_back(entry(key));
    std::sort(all.begin(), all.end(), [](const FacetEntry &a, const FacetEntry &b) {
        return a.matching != b.matching ? a.matching > b.matching : a.label < b.label;
    });
    return best(std::move(all), count, search);
}

std::vector<std::optional<FacetEntry>> BoardFacet::recount(
        const std::vector<FacetEntry> &entries) const
{
    std::vector<std::optional<FacetEntry>> fresh;
    for (const FacetEntry &known : entries)
        fresh.push_back(
                entry(known.key)); // one that nothing is left of stays, with a count of none
    return fresh;
}

void BoardFacet::apply(const FacetEntry &entry, Gesture gesture)
{
    QSet<qint64> values = m_board.chosen(m_facet);
    if (gesture == Gesture::Only)
        values.clear();
    if (gesture == Gesture::Release)
        values.remove(entry.key);
    else
        values.insert(entry.key);
    m_board.setChosen(m_facet, values);
}

QString BoardFacet::countWords(const FacetEntry &entry) const
{
    return tr("%1 rows").arg(QLocale().toString(entry.matching));
}

} // namespace models
