// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QLatin1String>

namespace views {

/// An icon of our own family by its file name without folder and suffix ("settings"). It is
/// drawn from SVG at the size asked for and tinted with the application's palette when painted,
/// so that it stays sharp at any scale and follows light and dark. GUI thread.
/// An unknown name yields an icon that paints nothing.
QIcon icon(QLatin1String name);

/// The application's own icon in its fixed colours.
QIcon applicationIcon();

} // namespace views
