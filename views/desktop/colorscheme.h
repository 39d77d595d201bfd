// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

class QObject;

namespace views {

/// Whether the system asks for a dark look. Qt 6.5 and later know; before, the palette of the
/// platform tells, then the environment (GTK_THEME). Ask before a palette of our own is set.
/// GUI thread.
bool systemPrefersDark();

/// Calls `changed` whenever the system's wish changes, as long as `context` lives. Before
/// Qt 6.5 nothing tells, and it is never called. GUI thread.
void watchSystemScheme(QObject *context, std::function<void()> changed);

} // namespace views
