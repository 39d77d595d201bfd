// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/boardmodel.h"

#include "models/index/keysort.h"

#include <QHash>

#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

namespace models {

namespace {
/// More runs of new rows than this are put in by a reset.
constexpr std::size_t mostInserts = 500;
} // namespace

int BoardModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant BoardModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= int(m_rows.size()))
        return {};
    const quint32 place = placeAt(index.row());
    if (role == PlaceRole)
        return int(place);
    if (role == IdRole)
        return qint64(place) + 1;
    return cell(place, index.column(), role);
}

bool BoardModel::isBefore(quint32 a, quint32 b) const
{
    const qint64 left = m_keys[a];
    const qint64 right = m_keys[b];
    if (left != right) {
        const int order = m_text ? terms().compare(TermId(left), TermId(right))
                : left < right   ? -1
                                 : 1;
        if (order != 0)
            return (order < 0) == (m_direction == Qt::AscendingOrder);
    }
    return a < b;
}

/// Those without a value, which have the largest number there is, come right behind the others, so
/// that the keys span few bits.
void BoardModel::sortNumbers(std::vector<quint32> &rows) const
{
    constexpr qint64 none = std::numeric_limits<qint64>::max();
    qint64 smallest = none;
    qint64 largest = std::numeric_limits<qint64>::min();
    for (const quint32 place : rows) {
        const qint64 key = m_keys[place];
        smallest = std::min(smallest, key);
        largest = key == none ? largest : std::max(largest, key);
    }
    if (smallest == none)
        return; // all without
    const quint64 behind = quint64(largest) - quint64(smallest) + 1;
    const auto keyOf = [this, smallest, behind](quint32 place) {
        const qint64 key = m_keys[place];
        return key == none ? behind : quint64(key) - quint64(smallest);
    };
    sortByKeys(rows, quint32(m_keys.size()),
               SortKeys<decltype(keyOf)> { keyOf, behind, m_direction == Qt::DescendingOrder });
}

/// Equal ones by their place. Few texts differ, so that each is compared seldom.
void BoardModel::sortRows(std::vector<quint32> &rows) const
{
    if (!std::is_sorted(rows.begin(), rows.end()))
        std::sort(rows.begin(), rows.end());
    if (!m_text)
        return sortNumbers(rows);
    QHash<TermId, quint32> ranks;
    for (const quint32 place : rows)
        ranks.insert(TermId(m_keys[place]), 0);
    QList<TermId> texts = ranks.keys();
    std::sort(texts.begin(), texts.end(), [this](TermId a, TermId b) {
        const int order = terms().compare(a, b);
        return (m_direction == Qt::AscendingOrder) ? order < 0 : order > 0;
    });
    // Texts that are not in memory read alike, and share a rank.
    quint32 rank = 0;
    for (qsizetype i = 0; i < texts.size(); ++i) {
        rank += i > 0 && terms().compare(texts[i - 1], texts[i]) != 0 ? 1 : 0;
        ranks[texts[i]] = rank;
    }
    const auto keyOf = [this, &ranks](quint32 place) -> quint64 {
        return ranks.value(TermId(m_keys[place]));
    };
    sortByKeys(rows, quint32(m_keys.size()), SortKeys<decltype(keyOf)> { keyOf, rank });
}

void BoardModel::readKey(quint32 place)
{
    const Key key = this->key(place, m_column);
    m_keys[place] = key.number;
    m_text = key.isText;
}

int BoardModel::rowOf(quint32 place) const
{
    if (place >= m_shown.size() || !m_shown[place])
        return -1;
    const auto at = std::lower_bound(m_rows.begin(), m_rows.end(), place,
                                     [this](quint32 a, quint32 b) { return isBefore(a, b); });
    // Texts that came later may have changed the order behind our back.
    if (at != m_rows.end() && *at == place)
        return int(at - m_rows.begin());
    const auto found = std::find(m_rows.begin(), m_rows.end(), place);
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

void BoardModel::showOnly(const std::function<bool(quint32 place)> &wanted)
{
    m_wanted = wanted;
    filterAnew();
}

bool BoardModel::shows(quint32 place) const
{
    return !m_wanted || m_wanted(place);
}

qint64 BoardModel::facetKey(quint32 place, int column) const
{
    return key(place, column).number;
}

QString BoardModel::facetText(quint32 place, int column) const
{
    return cell(place, column, Qt::DisplayRole).toString();
}

void BoardModel::rebuild()
{
    m_keys.assign(places(), 0);
    for (quint32 place = 0; place < places(); ++place)
        readKey(place);
    filterAnew();
}

void BoardModel::filterAnew()
{
    if (m_keys.size() != places())
        return rebuild();
    beginResetModel();
    m_rows.clear();
    m_shown.assign(places(), false);
    for (quint32 place = 0; place < places(); ++place) {
        if (!shows(place))
            continue;
        m_shown[place] = true;
        m_rows.push_back(place);
    }
    sortRows(m_rows);
    endResetModel();
}

void BoardModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= columnCount())
        return;
    m_column = column;
    m_direction = order;
    for (quint32 place = 0; place < quint32(m_keys.size()); ++place)
        readKey(place);
    std::vector<quint32> rows;
    rows.reserve(m_rows.size());
    for (quint32 place = 0; place < quint32(m_shown.size()); ++place) {
        if (m_shown[place])
            rows.push_back(place);
    }
    sortRows(rows);
    reorder(std::move(rows));
}

void BoardModel::reorder(std::vector<quint32> rows)
{
    emit layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<quint32> kept;
    for (const QModelIndex &index : before)
        kept.push_back(m_rows[std::size_t(index.row())]);
    m_rows = std::move(rows);
    QHash<quint32, int> wanted;
    for (const quint32 place : kept)
        wanted.insert(place, -1);
    if (!wanted.isEmpty()) {
        for (std::size_t row = 0; row < m_rows.size(); ++row) {
            const auto found = wanted.find(m_rows[row]);
            if (found != wanted.end())
                *found = int(row);
        }
    }
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i)
        after.append(index(wanted.value(kept[std::size_t(i)]), before[i].column()));
    changePersistentIndexList(before, after);
    emit layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

void BoardModel::update(const std::vector<quint32> &changed)
{
    if (m_keys.empty()) { // what was there at first is nothing that came
        rebuild();
        emit boardChanged();
        return;
    }
    m_keys.resize(places(), 0);
    m_shown.resize(places(), false);
    std::vector<quint32> fresh;
    std::vector<int> gone;
    std::vector<quint32> stay;
    for (const quint32 place : changed) {
        const bool shown = shows(place);
        if (m_shown[place] && !shown)
            gone.push_back(rowOf(place));
        else if (shown && !m_shown[place])
            fresh.push_back(place);
        else if (shown)
            stay.push_back(place);
    }
    takeOut(std::move(gone));
    std::vector<int> touched;
    for (const quint32 place : stay)
        touched.push_back(rowOf(place)); // by the old key
    for (const quint32 place : stay)
        readKey(place);
    const bool ordered = std::all_of(touched.begin(), touched.end(), [this](int row) {
        const auto at = m_rows.begin() + row;
        return (row == 0 || isBefore(at[-1], *at))
                && (row + 1 == int(m_rows.size()) || isBefore(*at, at[1]));
    });
    if (!ordered) {
        reorder(moved(stay));
        touched.clear();
        if (stay.size() < mostInserts) {
            for (const quint32 place : stay)
                touched.push_back(rowOf(place));
        } else if (!m_rows.empty()) {
            emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        }
    }
    for (const int row : touched)
        emit dataChanged(index(row, 0), index(row, columnCount() - 1));
    insertPlaces(std::move(fresh));
    emit boardChanged();
}

/// The rows with these where their keys say, without sorting the others.
std::vector<quint32> BoardModel::moved(std::vector<quint32> places) const
{
    std::vector<bool> moves(m_keys.size(), false);
    for (const quint32 place : places)
        moves[place] = true;
    std::vector<quint32> rest;
    rest.reserve(m_rows.size());
    std::copy_if(m_rows.begin(), m_rows.end(), std::back_inserter(rest),
                 [&moves](quint32 place) { return !moves[place]; });
    sortRows(places);
    std::vector<quint32> rows;
    rows.reserve(m_rows.size());
    auto done = rest.cbegin();
    for (const quint32 place : places) {
        const auto at = std::upper_bound(done, rest.cend(), place,
                                         [this](quint32 a, quint32 b) { return isBefore(a, b); });
        rows.insert(rows.end(), done, at);
        rows.push_back(place);
        done = at;
    }
    rows.insert(rows.end(), done, rest.cend());
    return rows;
}

void BoardModel::takeOut(std::vector<int> rows)
{
    std::sort(rows.begin(), rows.end());
    while (!rows.empty()) {
        const int last = rows.back();
        int first = last;
        rows.pop_back();
        while (!rows.empty() && rows.back() == first - 1) {
            first = rows.back();
            rows.pop_back();
        }
        beginRemoveRows({}, first, last);
        for (int row = first; row <= last; ++row)
            m_shown[m_rows[std::size_t(row)]] = false;
        m_rows.erase(m_rows.begin() + first, m_rows.begin() + last + 1);
        endRemoveRows();
    }
}

void BoardModel::insertPlaces(std::vector<quint32> places)
{
    if (places.empty())
        return;
    for (const quint32 place : places)
        readKey(place);
    sortRows(places);
    struct Run
    {
        int row = 0; ///< before what was there
        std::vector<quint32> places;
    };
    std::vector<Run> runs;
    for (const quint32 place : places) {
        const auto at = std::upper_bound(m_rows.begin(), m_rows.end(), place,
                                         [this](quint32 a, quint32 b) { return isBefore(a, b); });
        const int row = int(at - m_rows.begin());
        if (runs.empty() || runs.back().row != row)
            runs.push_back({ row, {} });
        runs.back().places.push_back(place);
    }
    if (runs.size() > mostInserts) {
        rebuild();
        return;
    }
    for (auto run = runs.rbegin(); run != runs.rend(); ++run) {
        beginInsertRows({}, run->row, run->row + int(run->places.size()) - 1);
        m_rows.insert(m_rows.begin() + run->row, run->places.begin(), run->places.end());
        for (const quint32 place : run->places)
            m_shown[place] = true;
        endInsertRows();
    }
}

} // namespace models
