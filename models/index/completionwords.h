// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/index/completion.h"

namespace models {

/// The values of a field that the language itself knows, in their order, not counted. Any thread.
std::vector<ValueCount> stableWords(Field field);
/// What one of them means, where it does not say so itself; translated.
QString stableNote(Field field, const QString &word);

} // namespace models
