// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/event.h"

#include <QByteArrayView>

#include <simdjson.h>

namespace models {

/// Fills an Event from the `event` member of an envelope. Internal to the decoder: the only
/// header that shows simdjson.
void readPayload(simdjson::dom::element inner, Event &event);

/// Parses one JSON value, nested at most `depth` deep; a number that no machine type holds reads
/// as the text of its digits. `root` belongs to the thread: it is good until the next call there.
simdjson::error_code parseJson(QByteArrayView json, int depth, simdjson::dom::element &root);

/// A scalar as text: strings as they are, whole numbers digit by digit, true, false; empty for
/// null, objects and arrays.
QString scalarText(simdjson::dom::element value);

} // namespace models
