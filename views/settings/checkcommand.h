// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/certificateinfo.h"
#include "models/domain/receiverstate.h"
#include "models/settings/settings.h"

#include <QString>

#include <optional>

namespace views {

/// The vendor's check call (spec/events.md, "The delivery") for a receiver with these settings,
/// ready for a shell: `-k` only with HTTPS, quoted so that a token expands nothing. `secret` is
/// the token, or what stands for it on the screen. Where the settings ask for any free port, the
/// real one is taken from `state`; empty text where it is not known yet. Pure.
QString checkCommand(const models::ReceiverSettings &receiver, const models::ReceiverState &state,
                     const QString &secret);

/// What stands before the secret in the address for senders elsewhere: "https://host:8787/hook/".
/// The host is the first name of the certificate, else the address, else this computer's name.
/// Reads the computer's name; any thread.
QString hookBase(const models::ReceiverSettings &receiver, const models::ReceiverState &state,
                 const std::optional<models::CertificateInfo> &certificate);

} // namespace views
