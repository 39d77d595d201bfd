// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace models {

/// A moment in UTC with millisecond grain: the type of every time in the program.
/// The store keeps `time_since_epoch().count()`.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

/// The system's clock at the grain of Instant. Any thread.
inline Instant now()
{
    return std::chrono::time_point_cast<std::chrono::milliseconds>(
            std::chrono::system_clock::now());
}

} // namespace models
