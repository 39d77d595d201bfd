// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/keys/keynotes.h"

class QWidget;

namespace views {

/// All keys that a window knows, by group: those of its actions and shortcuts as they are at this
/// moment, and those that its widgets have noted (see keynotes.h). What does the same in the same
/// place is one line with all its keys; one that nobody has noted stands at the end. Dialogs of the
/// window are left out. GUI thread.
QList<KeyNote> keyLines(const QWidget &window);

/// The same with the keys of all dialogs that there are, open or not (see dialogkeys.h).
QList<KeyNote> keyLinesWithDialogs(const QWidget &window);

/// A key as it is written on the keyboard: "Ctrl+Enter". Any thread.
QString keyText(const QKeySequence &key);

} // namespace views
