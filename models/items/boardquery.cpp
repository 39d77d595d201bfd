// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/boardquery.h"

#include "models/index/textfold.h"
#include "models/items/boardmodel.h"

#include <memory>
#include <utility>

namespace models {

BoardQuery::BoardQuery(BoardModel &model, const QList<int> &searched, const QList<int> &facets,
                       QObject *parent)
    : QObject(parent), m_model(model), m_searched(searched), m_facets(facets)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (m_active && m_stale)
            count();
    });
    connect(&model, &BoardModel::boardChanged, this, &BoardQuery::countLater);
}

void BoardQuery::setFilter(const BoardFilter &filter)
{
    BoardFilter tidy = filter;
    tidy.chosen.removeIf([](const auto &column) { return column->isEmpty(); });
    if (tidy == m_filter)
        return;
    m_filter = tidy;
    // The model keeps this test: what arrives later is looked at, too.
    m_model.showOnly([this, text = textTest()](quint32 place) {
        for (auto column = m_filter.chosen.cbegin(); column != m_filter.chosen.cend(); ++column) {
            if (!allows(place, column.key()))
                return false;
        }
        return text(place);
    });
    m_stale = true;
    if (m_active)
        count();
    emit filterChanged();
}

std::function<bool(quint32 place)> BoardQuery::textTest() const
{
    if (m_filter.text.isEmpty())
        return [](quint32) { return true; };
    auto known = std::make_shared<QHash<std::pair<int, qint64>, bool>>();
    return [this, known, needle = Needle(foldText(m_filter.text))](quint32 place) {
        for (const int column : m_searched) {
            const std::pair key(column, m_model.facetKey(place, column));
            auto found = known->find(key);
            if (found == known->end())
                found = known->insert(key,
                                      needle.inFolded(foldText(m_model.searchText(place, column))));
            if (*found)
                return true;
        }
        return false;
    };
}

bool BoardQuery::allows(quint32 place, int column) const
{
    const auto wanted = m_filter.chosen.constFind(column);
    return wanted == m_filter.chosen.cend() || wanted->contains(m_model.facetKey(place, column));
}

void BoardQuery::setActive(bool active)
{
    m_active = active;
    if (m_active && m_stale)
        count();
}

void BoardQuery::countLater()
{
    m_stale = true;
    if (m_active && !m_pause.isActive())
        m_pause.start();
}

/// A value counts where all other parts of the filter hold.
void BoardQuery::count()
{
    QHash<int, QHash<qint64, BoardCount>> tally;
    const auto text = textTest();
    for (quint32 place = 0; place < m_model.size(); ++place) {
        int missed = 0;
        int missedColumn = -1;
        for (const int column : m_facets) {
            if (allows(place, column))
                continue;
            ++missed;
            missedColumn = column;
        }
        if (missed > 1 || !text(place))
            continue;
        for (const int column : m_facets) {
            if (missed != 0 && column != missedColumn)
                continue;
            const qint64 key = m_model.facetKey(place, column);
            if (key == 0)
                continue;
            BoardCount &counted = tally[column][key];
            if (counted.count++ == 0)
                counted.place = place;
        }
    }
    m_stale = false;
    m_pause.start();
    if (std::exchange(m_tally, tally) != tally)
        emit tallyChanged();
}

} // namespace models
