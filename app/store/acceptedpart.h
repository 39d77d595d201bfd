// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/decoder.h"
#include "models/domain/result.h"

namespace app {

/// The event that is made of a refused part when a person accepts it, whatever it is: an envelope
/// whose `event` holds `accepted_by_hand`: true, `refused_because`: the reason, and the bytes as
/// `body` where they are JSON, else as `text` where they are UTF-8, else as `base64`. The same
/// part gives the same bytes. Pure.
models::Result<models::Event> acceptedEvent(const models::RefusedPart &part);

} // namespace app
