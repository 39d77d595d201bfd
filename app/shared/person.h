// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace app {

/// The name under which the person who runs the program is known to this computer; for the
/// record of who did what. Bounded, plain text; any thread.
QString personName();

} // namespace app
