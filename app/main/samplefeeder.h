// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ports/deliverysink.h"

namespace app {

/// How many events `watchfloor --sample-data` shows.
inline constexpr int sampleCount = 6000;

/// Puts made-up events of the last ninety days into a store, as if they had been delivered.
/// Blocks until all are handed over or the sink takes no more; not on the GUI thread.
void submitSamples(models::DeliverySink &sink, int count);

} // namespace app
