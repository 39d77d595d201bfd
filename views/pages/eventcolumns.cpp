// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/eventcolumns.h"

#include "models/items/eventsmodel.h"
#include "views/widgets/columnheader.h"

#include <QFontMetrics>

namespace views {

using models::EventsModel;

void planEventColumns(ColumnHeader &header, const QFontMetrics &metrics)
{
    const auto words = [&metrics](QLatin1String widest, int extra) {
        return metrics.horizontalAdvance(widest) + 16 + extra;
    };
    std::vector<ColumnPlan> plan(EventsModel::ColumnCount);
    const int time = words(QLatin1String("00/00/0000 00:00"), 0);
    plan[EventsModel::Received] = { time, 0, true };
    plan[EventsModel::Time] = { time, 0, false };
    plan[EventsModel::Severity] = { words(QLatin1String("Important"), 18), 0, false };
    plan[EventsModel::Status] = { words(QLatin1String("Won't fix"), 18), 1, false };
    plan[EventsModel::Product] = { words(QLatin1String("API Secure"), 0), 0, false };
    plan[EventsModel::Type] = { words(QLatin1String("Policy viol…"), 0), 3, false };
    plan[EventsModel::Title] = { words(QLatin1String("Certificate expires soon"), 0), 9, false };
    plan[EventsModel::Asset] = { words(QLatin1String("gumtree.com.au"), 0), 3, false };
    plan[EventsModel::Group] = { words(QLatin1String("CA Busi…s Unit"), 0), 3, false };
    header.setPlan(std::move(plan),
                   { EventsModel::Received, EventsModel::Time, EventsModel::Severity });
}

int columnOf(models::Order::Key key)
{
    using Key = models::Order::Key;
    switch (key) {
    case Key::Received:
        return EventsModel::Received;
    case Key::Time:
        return EventsModel::Time;
    case Key::Severity:
        return EventsModel::Severity;
    case Key::Status:
        return EventsModel::Status;
    case Key::Product:
        return EventsModel::Product;
    case Key::Type:
        return EventsModel::Type;
    case Key::Title:
        return EventsModel::Title;
    case Key::Asset:
        return EventsModel::Asset;
    case Key::Group:
        return EventsModel::Group;
    }
    return -1;
}

} // namespace views
