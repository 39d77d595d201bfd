// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/filteredboard.h"

#include "models/boards/boardkeeper.h"
#include "models/index/eventindex.h"

#include <algorithm>

namespace models {

namespace {
constexpr std::size_t mostFacets = 8;
} // namespace

FilteredBoard::FilteredBoard(BoardKeeper &keeper, const EventIndex &index, QObject *parent)
    : BoardModel(parent), m_keeper(keeper), m_index(index), m_chosen(mostFacets),
      m_counts(mostFacets)
{
}

const DictionaryView &FilteredBoard::terms() const
{
    return m_index.terms();
}

void FilteredBoard::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    m_needle = Needle(foldText(text));
    change();
}

void FilteredBoard::setChosen(int facet, const QSet<qint64> &values)
{
    if (values == chosen(facet))
        return;
    m_chosen[std::size_t(facet)] = values;
    change();
}

bool FilteredBoard::isFiltered() const
{
    return !m_text.isEmpty()
            || std::any_of(m_chosen.begin(), m_chosen.end(),
                           [](const QSet<qint64> &values) { return !values.isEmpty(); });
}

void FilteredBoard::clearFilter()
{
    if (!isFiltered())
        return;
    m_text.clear();
    m_needle = Needle(QByteArray());
    m_chosen.assign(mostFacets, {});
    change();
}

void FilteredBoard::change()
{
    rebuildRows();
    emit filterChanged();
}

int FilteredBoard::hiding(quint32 place) const
{
    int found = facets();
    for (int facet = 0; facet < facets(); ++facet) {
        const QSet<qint64> &wanted = chosen(facet);
        if (wanted.isEmpty() || wanted.contains(facetValue(place, facet)))
            continue;
        if (found != facets())
            return -1;
        found = facet;
    }
    return found;
}

bool FilteredBoard::shows(quint32 place) const
{
    return hiding(place) == facets() && (m_text.isEmpty() || holds(place, m_needle));
}

void FilteredBoard::count()
{
    m_counts.assign(mostFacets, {});
    for (quint32 place = 0; place < places(); ++place) {
        const int alone = hiding(place);
        if (alone < 0 || (!m_text.isEmpty() && !holds(place, m_needle)))
            continue;
        for (int facet = 0; facet < facets(); ++facet) {
            if (alone == facets() || alone == facet)
                ++m_counts[std::size_t(facet)][facetValue(place, facet)];
        }
    }
    emit countsChanged();
}

void FilteredBoard::updateRows(const std::vector<quint32> &changed)
{
    update(changed);
    count();
}

void FilteredBoard::rebuildRows()
{
    rebuild();
    count();
}

} // namespace models
