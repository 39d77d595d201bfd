// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/eventrow.h"

#include <vector>

/// So many events as batches of 4,096, newest first, as the start reads them: 18 % as many
/// subjects as events (each opened, some resolved, accepted, opened again), 300 rule types on 5,000
/// assets, a tenth of sign-ins. The same each time.
std::vector<models::EventBatch> boardFlood(qint64 count);
