// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/receiver/framer.h"
#include "models/settings/settings.h"

namespace app {

/// The limits with what makes no sense brought into bounds: settings files are written by hand,
/// too, and that must not stop the receiver. Pure.
models::ReceiverLimits withinReason(models::ReceiverLimits limits);

/// What of the limits concerns the framing of one request. Pure.
inline FramerLimits framerLimits(const models::ReceiverLimits &limits)
{
    return { limits.head, limits.headers, limits.body };
}

/// How many bytes a socket may hold unread: the last stop. QHttpServer keeps what it read until
/// the request is whole, so all of a request must fit, with as much again for the chunked coding.
/// Pure.
inline qint64 readBuffer(const models::ReceiverLimits &limits)
{
    return limits.head + 2 * limits.body + 16 * 1024;
}

} // namespace app
