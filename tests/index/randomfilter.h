// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/index/sampleevents.h"

namespace models {
class EventIndex;
} // namespace models

namespace tests {

/// A random expression of the language; every part of the grammar occurs.
QString randomExpression(SampleEvents &random, int depth);

/// Decides something about some of the subjects that the index has.
void decideAtRandom(models::EventIndex &index, SampleEvents &random);

} // namespace tests
