// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace views {

/// Shows the documentation of the filter language in a window of its own that stays open beside
/// `parent`'s; a second call from there raises it. GUI thread.
void showFilterHelp(QWidget &parent);

} // namespace views
