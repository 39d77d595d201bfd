// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/textcolumn.h"

namespace models {

std::optional<TermColumn> textColumn(Field field)
{
    switch (field) {
    case Field::Group:
        return TermColumn::Group;
    case Field::Product:
        return TermColumn::Product;
    case Field::Type:
        return TermColumn::Type;
    case Field::Asset:
        return TermColumn::Asset;
    case Field::Policy:
        return TermColumn::Policy;
    case Field::AssetType:
        return TermColumn::AssetType;
    case Field::HostedOn:
        return TermColumn::HostedOn;
    case Field::DiscoveredVia:
        return TermColumn::DiscoveredVia;
    case Field::Subject:
        return TermColumn::Subject;
    case Field::Title:
        return TermColumn::Title;
    case Field::Actor:
        return TermColumn::Actor;
    case Field::Severity:
        return TermColumn::SeverityWord;
    case Field::Status:
        return TermColumn::StatusWord;
    default:
        return {};
    }
}

} // namespace models
