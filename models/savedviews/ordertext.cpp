// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/savedviews/ordertext.h"

#include <QStringList>

#include <array>
#include <utility>

namespace models {

namespace {

constexpr std::array<std::pair<Order::Key, QLatin1String>, 9> keys { {
        { Order::Key::Received, QLatin1String("received") },
        { Order::Key::Time, QLatin1String("time") },
        { Order::Key::Severity, QLatin1String("severity") },
        { Order::Key::Status, QLatin1String("status") },
        { Order::Key::Product, QLatin1String("product") },
        { Order::Key::Type, QLatin1String("type") },
        { Order::Key::Title, QLatin1String("title") },
        { Order::Key::Asset, QLatin1String("asset") },
        { Order::Key::Group, QLatin1String("group") },
} };

constexpr QLatin1String ascending("ascending");
constexpr QLatin1String descending("descending");

} // namespace

QString orderText(const Order &order)
{
    for (const auto &[key, word] : keys) {
        if (key == order.key)
            return QString(word + QLatin1Char(' ') + (order.descending ? descending : ascending));
    }
    return {};
}

std::optional<Order> orderFromText(const QString &text)
{
    const QStringList words = text.split(QLatin1Char(' '));
    if (words.size() != 2 || (words[1] != ascending && words[1] != descending))
        return {};
    for (const auto &[key, word] : keys) {
        if (word == words[0])
            return Order { key, words[1] == descending };
    }
    return {};
}

} // namespace models
