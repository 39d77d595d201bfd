// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/severity.h"

#include <QString>

namespace views {

/// The level that a value of the severity facet stands for: a stable word or a vendor's;
/// Unknown for any other. Pure.
models::Severity severityOfValue(const QString &value);

} // namespace views
