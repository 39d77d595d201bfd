// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/eventcolumn.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace models {

namespace {

using Key = Order::Key;

// clang-format off
// In the order of EventColumn.
const std::array<EventColumnFacts, eventColumnCount> facts { {
    { QLatin1String("received"), QT_TRANSLATE_NOOP("models::EventsModel", "Received"), Key::Received, {}, {}, true },
    { QLatin1String("time"), QT_TRANSLATE_NOOP("models::EventsModel", "Time"), Key::Time, {}, {}, true },
    { QLatin1String("severity"), QT_TRANSLATE_NOOP("models::EventsModel", "Severity"), Key::Severity, Field::Severity, TermColumn::SeverityWord },
    { QLatin1String("status"), QT_TRANSLATE_NOOP("models::EventsModel", "Status"), Key::Status, Field::Status, TermColumn::StatusWord },
    { QLatin1String("product"), QT_TRANSLATE_NOOP("models::EventsModel", "Product"), Key::Product, Field::Product, TermColumn::Product },
    { QLatin1String("type"), QT_TRANSLATE_NOOP("models::EventsModel", "Type"), Key::Type, Field::Type, TermColumn::Type },
    { QLatin1String("title"), QT_TRANSLATE_NOOP("models::EventsModel", "Title"), Key::Title, Field::Title, TermColumn::Title },
    { QLatin1String("asset"), QT_TRANSLATE_NOOP("models::EventsModel", "Asset"), Key::Asset, Field::Asset, TermColumn::Asset },
    { QLatin1String("group"), QT_TRANSLATE_NOOP("models::EventsModel", "Asset group"), Key::Group, Field::Group, TermColumn::Group },
    { QLatin1String("policy"), QT_TRANSLATE_NOOP("models::EventsModel", "Policy"), Key::Policy, Field::Policy, TermColumn::Policy },
    { QLatin1String("family"), QT_TRANSLATE_NOOP("models::EventsModel", "Family"), Key::Family, Field::Family, {} },
    { QLatin1String("asset-type"), QT_TRANSLATE_NOOP("models::EventsModel", "Asset type"), Key::AssetType, Field::AssetType, TermColumn::AssetType },
    { QLatin1String("hosted-on"), QT_TRANSLATE_NOOP("models::EventsModel", "Hosted on"), Key::HostedOn, Field::HostedOn, TermColumn::HostedOn },
    { QLatin1String("discovered-via"), QT_TRANSLATE_NOOP("models::EventsModel", "Discovered via"), Key::DiscoveredVia, Field::DiscoveredVia, TermColumn::DiscoveredVia },
    { QLatin1String("actor"), QT_TRANSLATE_NOOP("models::EventsModel", "Actor"), Key::Actor, Field::Actor, TermColumn::Actor },
    { QLatin1String("subject"), QT_TRANSLATE_NOOP("models::EventsModel", "Subject"), Key::Subject, Field::Subject, TermColumn::Subject },
    { QLatin1String("deliveries"), QT_TRANSLATE_NOOP("models::EventsModel", "Deliveries"), {}, {}, {}, true },
    { QLatin1String("age"), QT_TRANSLATE_NOOP("models::EventsModel", "Age"), Key::Age, {}, {}, true },
} };
// clang-format on

template<typename Passes> std::optional<EventColumn> columnThat(Passes passes)
{
    const auto found = std::find_if(facts.begin(), facts.end(), passes);
    if (found == facts.end())
        return {};
    return static_cast<EventColumn>(found - facts.begin());
}

} // namespace

const EventColumnFacts &factsOf(EventColumn column)
{
    return facts[static_cast<std::size_t>(column)];
}

std::optional<EventColumn> eventColumnOf(QStringView name)
{
    return columnThat([name](const EventColumnFacts &one) { return one.name == name; });
}

std::optional<EventColumn> eventColumnOf(Order::Key key)
{
    return columnThat([key](const EventColumnFacts &one) { return one.key == key; });
}

} // namespace models
