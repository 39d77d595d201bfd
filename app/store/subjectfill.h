// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/connection.h"

namespace app {

/// Gives the events of a store of before schema 5 what the boards need of them, read from their
/// bodies: about half a minute for a million. An event whose body cannot be read stays without.
/// Part of a migration: inside its transaction, on the connection's thread.
models::Result<models::Done> fillSubjects(const Connection &connection);

} // namespace app
