// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/deliveryfacet.h"

#include "models/items/deliveryquery.h"
#include "models/items/deliverytext.h"
#include "models/items/eventtext.h"

#include <QLocale>

#include <algorithm>

namespace models {

DeliveryFacet::DeliveryFacet(DeliveryQuery &query, Field field, QObject *parent)
    : FacetList(parent), m_query(query), m_field(field), m_values(wanted())
{
    connect(&query, &DeliveryQuery::countsChanged, this, &DeliveryFacet::refresh);
    connect(&query, &DeliveryQuery::filterChanged, this, &DeliveryFacet::refresh);
}

QString DeliveryFacet::title() const
{
    switch (m_field) {
    case Field::Result:
        return tr("Result");
    case Field::Peer:
        return tr("Peer");
    case Field::Cause:
        break;
    }
    return tr("Cause");
}

FacetList::Shapes DeliveryFacet::shapes() const
{
    return m_field == Field::Result ? Shapes::Results : Shapes::None;
}

/// The values in their best order, with what is chosen now.
std::vector<DeliveryFacet::Value> DeliveryFacet::wanted() const
{
    const DeliveryFilter &filter = m_query.filter();
    const DeliveryCounts &counts = m_query.counts();
    std::vector<Value> values;
    if (m_field == Field::Result) {
        for (const auto &[result, count] : counts.results)
            values.push_back(
                    { QString::number(int(result)), count, filter.results.testFlag(result) });
        return values;
    }
    const bool peers = m_field == Field::Peer;
    const QString &chosen = peers ? filter.peer : filter.cause;
    bool found = chosen.isEmpty();
    for (const DeliveryCount &count : peers ? counts.peers : counts.causes) {
        if (count.value.isEmpty())
            continue; // accepted ones have no cause; that is what the results are for
        values.push_back({ count.value, count.count, count.value == chosen });
        found = found || count.value == chosen;
    }
    if (!found)
        values.insert(values.begin(), { chosen, 0, true });
    return values;
}

void DeliveryFacet::refresh()
{
    std::vector<Value> fresh = wanted();
    const auto find = [](std::vector<Value> &in, const Value &value) {
        return std::find_if(in.begin(), in.end(),
                            [&](const Value &other) { return other.value == value.value; });
    };
    for (int row = rowCount() - 1; row >= 0; --row) {
        Value &known = m_values[std::size_t(row)];
        const auto now = find(fresh, known);
        if (now == fresh.end()) {
            beginRemoveRows({}, row, row);
            m_values.erase(m_values.begin() + row);
            endRemoveRows();
            continue;
        }
        const bool changed = known != *now;
        known = *now;
        fresh.erase(now);
        if (changed)
            emit dataChanged(index(row), index(row));
    }
    if (fresh.empty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + int(fresh.size()) - 1);
    m_values.insert(m_values.end(), fresh.begin(), fresh.end());
    endInsertRows();
}

void DeliveryFacet::sortRows()
{
    refresh();
    const std::vector<Value> sorted = wanted();
    if (sorted == m_values)
        return;
    emit layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    for (const QModelIndex &old : before) {
        const QString &name = m_values[std::size_t(old.row())].value;
        const auto found = std::find_if(sorted.begin(), sorted.end(),
                                        [&](const Value &value) { return value.value == name; });
        after += found == sorted.end() ? QModelIndex() : index(int(found - sorted.begin()));
    }
    m_values = sorted;
    changePersistentIndexList(before, after);
    emit layoutChanged();
}

int DeliveryFacet::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_values.size());
}

QString DeliveryFacet::label(const Value &value) const
{
    return m_field == Field::Result ? resultText(DeliveryResult(value.value.toInt()))
                                    : singleLine(value.value);
}

QVariant DeliveryFacet::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Value &value = m_values[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return label(value);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return tr("%1, %2 requests").arg(label(value), QLocale().toString(value.count));
    case Qt::CheckStateRole:
        return int(value.selected ? Qt::Checked : Qt::Unchecked);
    case ValueRole:
        return value.value;
    case MatchingRole:
        return qlonglong(value.count);
    default:
        return {};
    }
}

bool DeliveryFacet::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole
        || !checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return false;
    const Value known = m_values[std::size_t(index.row())];
    const bool checked = value.toInt() == Qt::Checked;
    if (known.selected == checked)
        return false;
    select(known, checked, false);
    return true;
}

Qt::ItemFlags DeliveryFacet::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable
            | Qt::ItemNeverHasChildren;
}

void DeliveryFacet::select(const Value &value, bool selected, bool only)
{
    DeliveryFilter filter = m_query.filter();
    switch (m_field) {
    case Field::Result:
        if (only)
            filter.results = {};
        filter.results.setFlag(DeliveryResult(value.value.toInt()), selected);
        break;
    case Field::Peer:
        filter.peer = selected ? value.value : QString();
        break;
    case Field::Cause:
        filter.cause = selected ? value.value : QString();
        break;
    }
    m_query.setFilter(filter);
}

void DeliveryFacet::selectOnly(int row)
{
    if (row < 0 || row >= rowCount())
        return;
    const auto chosen = std::count_if(m_values.begin(), m_values.end(),
                                      [](const Value &value) { return value.selected; });
    const Value value = m_values[std::size_t(row)];
    select(value, !(value.selected && chosen == 1), true);
}

void DeliveryFacet::clear()
{
    DeliveryFilter filter = m_query.filter();
    if (m_field == Field::Result)
        filter.results = {};
    else
        (m_field == Field::Peer ? filter.peer : filter.cause).clear();
    m_query.setFilter(filter);
}

} // namespace models
