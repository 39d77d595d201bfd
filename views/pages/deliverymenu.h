// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QFontMetrics;
class QMenu;

namespace models {
class DeliveryFacet;
}

namespace views {

class ColumnHeader;
class EventTable;

/// The context menu of a request: what one can do with a value of it, and copying rows. The menu
/// belongs to the table and deletes itself when closed.
QMenu *makeDeliveryMenu(EventTable &table, models::DeliveryFacet &facet, const QString &value);

/// Shares the width among the columns of models::DeliveriesModel; the cause gets most. Where not
/// all fit, path, size, time taken, status and events step aside in this order.
void planDeliveryColumns(ColumnHeader &header, const QFontMetrics &metrics);

} // namespace views
