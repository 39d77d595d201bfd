// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shared/secretbytes.h"
#include "models/settings/receiversecrets.h"
#include "models/settings/settings.h"

namespace app {

/// Reads what models::ReceiverSecrets::toText() made, or a bare token, for those who only verify:
/// the result has hashes and no text, and no copy of the token is left in memory. Fails with a
/// sentence where the token breaks the rules (see models::validate). Pure.
models::Result<models::ReceiverSecrets> readHidden(const SecretBytes &kept, models::AuthMode mode);

} // namespace app
