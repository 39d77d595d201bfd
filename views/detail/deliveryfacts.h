// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/deliveryrecord.h"
#include "views/detail/eventwords.h"

namespace views {

/// What became of a request in one sentence: its cause where something was refused, else what
/// was stored. Pure; translated.
QString deliveryTitle(const models::DeliveryRecord &record);
/// Peer, times and sizes, in reading order. Pure; translated.
QList<Fact> deliveryFacts(const models::DeliveryRecord &record);
/// A request for the clipboard: facts, head, bodies as they can be read. Pure; translated.
QString deliveryAsText(const models::DeliveryDetail &detail);

} // namespace views
