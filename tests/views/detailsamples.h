// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/storedevent.h"

#include <QList>

/// A violation with every field set, as the confirmed sample has it.
models::StoredEvent violation();
/// One event of each family, with ids from 1, named by family in `peer`.
QList<models::StoredEvent> oneOfEachFamily();
/// An event whose texts try to be more than text: markup, bidirectional marks, long words.
models::StoredEvent hostile();
