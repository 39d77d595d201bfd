// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/deliverymenu.h"

#include "models/items/deliveriesmodel.h"
#include "views/widgets/cellpainting.h"
#include "views/widgets/columnheader.h"
#include "views/widgets/eventtable.h"
#include "views/widgets/icon.h"
#include "views/widgets/valuemenu.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QMenu>

namespace views {

namespace {

struct DeliveryMenu
{
    Q_DECLARE_TR_FUNCTIONS(DeliveryMenu)
};

} // namespace

QMenu *makeDeliveryMenu(EventTable &table, models::DeliveryFacet &facet, const QString &value)
{
    auto *menu = new ValueMenu(facet, value, &table);
    menu->addSeparator();
    QAction *rows = menu->addAction(icon(QLatin1String("copy")), DeliveryMenu::tr("Copy rows"));
    QObject::connect(rows, &QAction::triggered, &table, &EventTable::copySelection);
    return menu;
}

void planDeliveryColumns(ColumnHeader &header, const QFontMetrics &metrics)
{
    using models::DeliveriesModel;
    const auto words = [&metrics](const QString &widest, int extra) {
        return metrics.horizontalAdvance(widest) + 16 + extra;
    };
    const auto latin = [&words](const char *widest, int extra = 0) {
        return words(QString::fromLatin1(widest), extra);
    };
    std::vector<ColumnPlan> plan(DeliveriesModel::ColumnCount);
    plan[DeliveriesModel::Time] = { .minimum = timeColumnWidth(metrics) };
    plan[DeliveriesModel::Result] = { .minimum = latin("Partly accepted", 18) };
    plan[DeliveriesModel::Peer] = { .minimum = latin("198.51.100.20"), .weight = 2 };
    plan[DeliveriesModel::Path] = { .minimum = latin("/services/coll"), .weight = 2, .drop = 1 };
    plan[DeliveriesModel::Size] = { .minimum = latin("999.9 kB"), .drop = 2 };
    plan[DeliveriesModel::Took] = { .minimum = latin("99.99 ms"), .drop = 3 };
    plan[DeliveriesModel::Events] = { .minimum = latin("3 new \xb7 1 repeated"), .drop = 5 };
    plan[DeliveriesModel::Status] = { .minimum = latin("Status"), .drop = 4 };
    plan[DeliveriesModel::Cause] = { .minimum = latin("Wrong bearer token x1,200"), .weight = 8 };
    header.setPlan(std::move(plan), {});
}

} // namespace views
