// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/receiverstate.h"
#include "models/settings/settings.h"

#include <QString>

namespace views {

/// The vendor's check call (spec/events.md, "The delivery") for a receiver with these settings,
/// ready for a shell: `-k` only with HTTPS, quoted so that a token expands nothing. `secret` is
/// the token, or what stands for it on the screen. Where the settings ask for any free port, the
/// real one is taken from `state`; empty text where it is not known yet. Pure.
QString checkCommand(const models::ReceiverSettings &receiver, const models::ReceiverState &state,
                     const QString &secret);

} // namespace views
