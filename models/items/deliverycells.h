// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/deliveriesmodel.h"

namespace models {

/// What a cell of the requests says in a role of DeliveriesModel or of Qt; invalid where nothing.
/// GUI thread.
QVariant deliveryCell(const DeliveryRow &row, DeliveriesModel::Column column, int role);
/// The same for the head of a column.
QVariant deliveryHeader(DeliveriesModel::Column column, int role);

} // namespace models
