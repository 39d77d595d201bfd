// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/connection.h"

namespace app {

/// The newest schema this program knows; PRAGMA user_version of the file.
int knownSchema();

/// The schema of the file; 0 for one that is empty.
models::Result<int> schemaOf(const Connection &connection);

/// Brings the file to schema `target` (at most knownSchema()), all steps in one transaction; an
/// error leaves the file as it was. A file with a newer schema than known is refused.
models::Result<models::Done> migrate(const Connection &connection, int target = knownSchema());

} // namespace app
