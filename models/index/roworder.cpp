// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/roworder.h"

#include "models/index/eventindex.h"

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
    default:
        return {};
    }
}

bool RowOrder::operator()(quint32 a, quint32 b) const
{
    const auto compare = [](auto x, auto y) { return x < y ? -1 : (y < x ? 1 : 0); };
    int way = 0;
    switch (m_order.key) {
    case Order::Key::Received:
        return m_order.descending ? m_index.id(a) > m_index.id(b) : m_index.id(a) < m_index.id(b);
    case Order::Key::Time:
        way = compare(m_index.time(a), m_index.time(b));
        break;
    case Order::Key::Severity:
        way = compare(m_index.severity(a), m_index.severity(b));
        break;
    case Order::Key::Status:
        way = compare(m_index.status(a), m_index.status(b));
        break;
    default: {
        const TermColumn column = *orderColumn(m_order.key);
        way = m_index.terms().compare(m_index.term(column, a), m_index.term(column, b));
        break;
    }
    }
    if (way != 0)
        return m_order.descending ? way > 0 : way < 0;
    return m_index.id(a) > m_index.id(b);
}

} // namespace models
