// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/keys/keynotes.h"

class QKeyEvent;

namespace views {

/// A key that a dialog takes, beside those of every dialog (Tab, Enter, Escape). Dialogs are made
/// when they are needed: what the sheet of keys says of them, and what they go by, is written down
/// in one place, dialogKey().
enum class DialogKey {
    NextSettingsPage,
    SettingsPageBefore,
    AddEntry,
    RemoveEntry,
    MoveColumnUp,
    MoveColumnDown,
    AddPath,
    NextKey,
    KeyBefore,
    NextKeys,
    KeysBefore,
};
inline constexpr int dialogKeyCount = int(DialogKey::KeysBefore) + 1;

/// The keys, where they act and what they do. Any thread; translated.
KeyNote dialogKey(DialogKey key);
/// Whether one of these keys was pressed, with its modifiers; the two Enter keys are one.
bool isPressed(DialogKey key, const QKeyEvent &event);
/// What the sheet says of all of them, by group; what does the same has one line. Any thread.
QList<KeyNote> dialogKeys();

} // namespace views
