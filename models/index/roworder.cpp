// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/roworder.h"

#include "models/index/eventindex.h"
#include "models/index/ranks.h"

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

int RowOrder::compare(Order::Part by, ByTerm ranks, quint32 a, quint32 b) const
{
    const auto ascending = [](auto x, auto y) { return x < y ? -1 : (y < x ? 1 : 0); };
    int way = 0;
    switch (by.key) {
    case Order::Key::Received:
        way = ascending(m_index.id(a), m_index.id(b));
        break;
    case Order::Key::Time:
        way = ascending(m_index.time(a), m_index.time(b));
        break;
    case Order::Key::Age:
        way = ascending(m_index.time(b), m_index.time(a));
        break;
    case Order::Key::Severity:
        way = ascending(m_index.severity(a), m_index.severity(b));
        break;
    case Order::Key::Status:
        way = ascending(m_index.status(a), m_index.status(b));
        break;
    case Order::Key::Family:
        way = ascending(m_index.family(a), m_index.family(b));
        break;
    default: {
        const TermColumn column = *orderColumn(by.key);
        const TermId left = m_index.term(column, a);
        const TermId right = m_index.term(column, b);
        if (ranks != nullptr && left < ranks->size() && right < ranks->size())
            way = ascending((*ranks)[left], (*ranks)[right]);
        else
            way = m_index.terms().compare(left, right);
        break;
    }
    }
    return by.descending ? -way : way;
}

bool RowOrder::operator()(quint32 a, quint32 b) const
{
    int way = compare(m_order.first(), m_first, a, b);
    if (way == 0 && m_order.second)
        way = compare(*m_order.second, m_second, a, b);
    return way != 0 ? way < 0 : m_index.id(a) > m_index.id(b);
}

} // namespace models
