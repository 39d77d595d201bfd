// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/event.h"

namespace models {

/// The one text that, by family, a fold over events needs besides the columns that all families
/// share: the rule type of a violation or finding, the finding that a note belongs to, the address
/// of a sign-in or an attack, the role of a user who was made or changed. Empty for the others.
QString eventDetail(const Event &event);

} // namespace models
