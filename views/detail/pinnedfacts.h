// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/pins/pinnedfields.h"
#include "views/detail/eventwords.h"

#include <QList>

namespace views {

/// By what an event's pins go: its type, or the family where it has none. Pure.
QString pinType(const models::Event &event);

/// The pinned fields of an event as facts, in the order of the pins; one that the event does not
/// have says so, so that the others keep their places. Paths are looked up in bodies of at most
/// 256 KiB. Pure; GUI thread (translated).
QList<Fact> pinnedFacts(const models::StoredEvent &stored, const models::PinnedFields &pins);

} // namespace views
