// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/eventcolumns.h"

#include "models/domain/instant.h"
#include "models/items/eventsmodel.h"
#include "models/items/eventtext.h"
#include "views/widgets/columnheader.h"

#include <QFontMetrics>

#include <chrono>

namespace views {

using models::EventsModel;

void planEventColumns(ColumnHeader &header, const QFontMetrics &metrics)
{
    const auto words = [&metrics](const QString &widest, int extra) {
        return metrics.horizontalAdvance(widest) + 16 + extra;
    };
    const auto latin = [&words](const char *widest, int extra = 0) {
        return words(QString::fromLatin1(widest), extra);
    };
    // The widest form of a time: another day of the same year, two figures everywhere.
    using namespace std::chrono;
    const models::Instant widest = sys_days(year(2000) / 11 / 28) + hours(22) + minutes(48);
    const int time =
            words(models::shortTime(widest, widest + days(2)), 6); // the dot of an unread row

    std::vector<ColumnPlan> plan(EventsModel::ColumnCount);
    plan[EventsModel::Received] = { .minimum = time, .hidden = true };
    plan[EventsModel::Time] = { .minimum = time };
    plan[EventsModel::Severity] = { .minimum = latin("Important", 18) };
    plan[EventsModel::Status] = { .minimum = latin("Resolved", 18), .weight = 1, .drop = 4 };
    plan[EventsModel::Product] = { .minimum = latin("Mobile Secure"), .drop = 2 };
    plan[EventsModel::Type] = { .minimum = latin("Policy violation"), .weight = 4, .drop = 1 };
    plan[EventsModel::Title] = { .minimum = latin("The server certificate expires"), .weight = 9 };
    plan[EventsModel::Asset] = { .minimum = latin("gumtree.com.au"), .weight = 4 };
    plan[EventsModel::Group] = { .minimum = latin("CA Business"), .weight = 3, .drop = 3 };
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
    default:
        return -1;
    }
}

} // namespace views
