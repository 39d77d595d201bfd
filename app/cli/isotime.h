// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/instant.h"

#include <QByteArray>

namespace app {

/// A time for programs: "2026-11-24T15:04:05.123Z" (ISO 8601, UTC), whatever the locale. Pure.
QByteArray isoTime(models::Instant time);

} // namespace app
