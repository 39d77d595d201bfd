// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/keys/dialogkeys.h"

#include <QCoreApplication>
#include <QKeyEvent>

namespace views {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(DialogKey)
};

} // namespace

KeyNote dialogKey(DialogKey key)
{
    switch (key) {
    case DialogKey::NextSettingsPage:
        return { { Qt::CTRL | Qt::Key_PageDown }, Words::tr("Next page"), KeyGroup::Settings };
    case DialogKey::SettingsPageBefore:
        return { { Qt::CTRL | Qt::Key_PageUp }, Words::tr("Page before"), KeyGroup::Settings };
    case DialogKey::AddEntry:
        return { { Qt::Key_Return },
                 Words::tr("Add to a list what is written below it"),
                 KeyGroup::Settings };
    case DialogKey::RemoveEntry:
        return { { Qt::Key_Delete },
                 Words::tr("Remove the chosen entry of a list"),
                 KeyGroup::Settings };
    case DialogKey::MoveColumnUp:
        return { { Qt::ALT | Qt::Key_Up },
                 Words::tr("Move the column up or down"),
                 KeyGroup::ColumnsDialog };
    case DialogKey::MoveColumnDown:
        return { { Qt::ALT | Qt::Key_Down },
                 Words::tr("Move the column up or down"),
                 KeyGroup::ColumnsDialog };
    case DialogKey::AddPath:
        return { { Qt::Key_Return },
                 Words::tr("Add the path that is written, as a column"),
                 KeyGroup::ColumnsDialog };
    case DialogKey::NextKey:
        return { { Qt::Key_Down }, Words::tr("Go through the list"), KeyGroup::KeySheet };
    case DialogKey::KeyBefore:
        return { { Qt::Key_Up }, Words::tr("Go through the list"), KeyGroup::KeySheet };
    case DialogKey::NextKeys:
        return { { Qt::Key_PageDown },
                 Words::tr("Go through it in larger steps"),
                 KeyGroup::KeySheet };
    case DialogKey::KeysBefore:
        return { { Qt::Key_PageUp },
                 Words::tr("Go through it in larger steps"),
                 KeyGroup::KeySheet };
    }
    return {};
}

bool isPressed(DialogKey key, const QKeyEvent &event)
{
    const int code = event.key() == Qt::Key_Enter ? int(Qt::Key_Return) : event.key();
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    return dialogKey(key).keys.contains(QKeySequence(int(modifiers) | code));
}

QList<KeyNote> dialogKeys()
{
    QList<KeyNote> lines;
    for (int key = 0; key < dialogKeyCount; ++key) {
        const KeyNote note = dialogKey(DialogKey(key));
        const bool same = !lines.isEmpty() && lines.constLast().group == note.group
                && lines.constLast().text == note.text;
        if (same)
            lines.last().keys += note.keys;
        else
            lines += note;
    }
    return lines;
}

} // namespace views
