// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/savedviews/ordertext.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace models {

namespace {

// In the order of Order::Key.
constexpr std::array<QLatin1String, Order::keyCount> keys {
    QLatin1String("received"),  QLatin1String("time"),
    QLatin1String("severity"),  QLatin1String("status"),
    QLatin1String("product"),   QLatin1String("type"),
    QLatin1String("title"),     QLatin1String("asset"),
    QLatin1String("group"),     QLatin1String("policy"),
    QLatin1String("family"),    QLatin1String("asset_type"),
    QLatin1String("hosted_on"), QLatin1String("discovered_via"),
    QLatin1String("actor"),     QLatin1String("subject"),
    QLatin1String("age"),
};

constexpr QLatin1String ascending("ascending");
constexpr QLatin1String descending("descending");
constexpr QLatin1String between(", ");

QString partText(const Order::Part &part)
{
    return QString(keys[static_cast<std::size_t>(part.key)] + QLatin1Char(' ')
                   + (part.descending ? descending : ascending));
}

std::optional<Order::Part> partFromText(const QString &text)
{
    const QStringList words = text.split(QLatin1Char(' '));
    if (words.size() != 2 || (words[1] != ascending && words[1] != descending))
        return {};
    const auto found = std::find(keys.begin(), keys.end(), words[0]);
    if (found == keys.end())
        return {};
    return Order::Part { static_cast<Order::Key>(found - keys.begin()), words[1] == descending };
}

} // namespace

QString orderText(const Order &order)
{
    QString text = partText(order.first());
    if (order.second)
        text += between + partText(*order.second);
    return text;
}

std::optional<Order> orderFromText(const QString &text)
{
    const QStringList parts = text.split(between);
    const std::optional<Order::Part> first = partFromText(parts.constFirst());
    if (!first || parts.size() > 2)
        return {};
    Order order { first->key, first->descending };
    if (parts.size() == 2) {
        order.second = partFromText(parts[1]);
        if (!order.second)
            return {};
    }
    return order;
}

} // namespace models
