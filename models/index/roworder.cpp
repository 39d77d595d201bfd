// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/roworder.h"

#include "models/index/eventindex.h"
#include "models/index/ranks.h"

#include <algorithm>

namespace models {

std::optional<TermColumn> orderColumn(Order::Key key)
{
    switch (key) {
    case Order::Key::Product:
        return TermColumn::Product;
    case Order::Key::Type:
        return TermColumn::Type;
    case Order::Key::Title:
        return TermColumn::Title;
    case Order::Key::Asset:
        return TermColumn::Asset;
    case Order::Key::Group:
        return TermColumn::Group;
    case Order::Key::Policy:
        return TermColumn::Policy;
    case Order::Key::AssetType:
        return TermColumn::AssetType;
    case Order::Key::HostedOn:
        return TermColumn::HostedOn;
    case Order::Key::DiscoveredVia:
        return TermColumn::DiscoveredVia;
    case Order::Key::Actor:
        return TermColumn::Actor;
    case Order::Key::Subject:
        return TermColumn::Subject;
    default:
        return {};
    }
}

RowOrder::RowOrder(const EventIndex &index, Order order, const Ranks *ranks)
    : m_index(index), m_order(order)
{
    const bool byText = orderColumn(order.key) || (order.second && orderColumn(order.second->key));
    if (ranks == nullptr || !byText)
        return;
    const IndexSnapshot snapshot = index.snapshot();
    const auto known = [&](Order::Key key) -> ByTerm {
        const std::optional<TermColumn> column = orderColumn(key);
        return column ? ranks->known(*column, snapshot) : nullptr;
    };
    m_first = known(m_order.key);
    m_second = m_order.second ? known(m_order.second->key) : nullptr;
}

/// Grows in the order of the part; nothing where texts have to be compared.
std::optional<qint64> RowOrder::number(Order::Part by, ByTerm ranks, quint32 row) const
{
    qint64 number = 0;
    switch (by.key) {
    case Order::Key::Received:
        number = m_index.id(row);
        break;
    case Order::Key::Time:
        number = m_index.time(row).time_since_epoch().count();
        break;
    case Order::Key::Age:
        number = -m_index.time(row).time_since_epoch().count();
        break;
    case Order::Key::Severity:
        number = static_cast<qint64>(m_index.severity(row));
        break;
    case Order::Key::Status:
        number = static_cast<qint64>(m_index.status(row));
        break;
    case Order::Key::Family:
        number = static_cast<qint64>(m_index.family(row));
        break;
    default: {
        if (ranks == nullptr)
            return {};
        const TermId term = m_index.term(*orderColumn(by.key), row);
        if (term >= ranks->size())
            return {};
        number = (*ranks)[term];
        break;
    }
    }
    return by.descending ? -number : number;
}

int RowOrder::compare(Order::Part by, const Numbered &a, const Numbered &b) const
{
    if (a.number && b.number)
        return *a.number < *b.number ? -1 : (*b.number < *a.number ? 1 : 0);
    const TermColumn column = *orderColumn(by.key);
    const int way =
            m_index.terms().compare(m_index.term(column, a.row), m_index.term(column, b.row));
    return by.descending ? -way : way;
}

RowOrder::Numbered RowOrder::numbered(quint32 row) const
{
    return { row, number(m_order.first(), m_first, row) };
}

bool RowOrder::operator()(const Numbered &a, const Numbered &b) const
{
    int way = compare(m_order.first(), a, b);
    if (way == 0 && m_order.second) {
        const auto second = [this](quint32 row) {
            return Numbered { row, number(*m_order.second, m_second, row) };
        };
        way = compare(*m_order.second, second(a.row), second(b.row));
    }
    return way != 0 ? way < 0 : m_index.id(a.row) > m_index.id(b.row);
}

void RowOrder::sort(std::vector<quint32> &rows) const
{
    std::vector<Numbered> sorted;
    sorted.reserve(rows.size());
    for (const quint32 row : rows)
        sorted.push_back(numbered(row));
    std::sort(sorted.begin(), sorted.end(), *this);
    std::transform(sorted.begin(), sorted.end(), rows.begin(),
                   [](const Numbered &numbered) { return numbered.row; });
}

} // namespace models
