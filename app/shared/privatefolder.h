// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace app {

/// Makes a folder that its owner alone can enter, and the folders above it as usual. One that is
/// there already stays as it is. False: there is none and it could not be made. Blocking; any
/// thread.
bool makePrivateFolder(const QString &path);

} // namespace app
