// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/event.h"

#include <simdjson.h>

namespace models {

/// Fills an Event from the `event` member of an envelope. Internal to the decoder: the only
/// header that shows simdjson.
void readPayload(simdjson::dom::element inner, Event &event);

/// A scalar as text: strings as they are, whole numbers digit by digit, true, false; empty for
/// null, objects and arrays.
QString scalarText(simdjson::dom::element value);

} // namespace models
