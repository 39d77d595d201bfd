// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QFontMetrics;
class QMenu;

namespace models {
struct DeliveryRecord;
}

namespace views {

class ColumnHeader;
class EventTable;

/// The context menu of a request: show only its peer or its cause, copy. `narrow` gets the peer
/// or the cause, the other empty. The menu belongs to the table and deletes itself when closed.
QMenu *makeDeliveryMenu(EventTable &table, const models::DeliveryRecord &record,
                        const std::function<void(const QString &, const QString &)> &narrow);

/// Shares the width among the columns of models::DeliveriesModel; the cause gets most. Where not
/// all fit, path, size, time taken, status and events step aside in this order.
void planDeliveryColumns(ColumnHeader &header, const QFontMetrics &metrics);

} // namespace views
