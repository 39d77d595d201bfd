// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>

class QObject;

namespace views {

/// Where a key acts: the groups of the sheet of keys, in its order. A key that acts in one place
/// alone stands in the group that names the place.
enum class KeyGroup {
    Window,
    Pages,
    EveryPage,
    UndoPages, ///< that take back what was done last
    Tables,
    EventsPage,
    TriageTables, ///< whose rows stand for issues that can be decided about
    EventsTable,
    AssetsTable,
    AccessTable,
    Views,
    ViewList,
    FilterBox,
    SearchBox,
    Facets,
    TimeStrip,
    Links,
    Raw,
    Timeline,
    // Of dialogs: see dialogkeys.h.
    Settings,
    ColumnsDialog,
    KeySheet,
    Others, ///< those of which nobody said where they belong
};

/// The heading of a group, as it is shown. Any thread.
QString keyGroupTitle(KeyGroup group);

/// What the sheet of keys says of a key. Plain values.
struct KeyNote
{
    QList<QKeySequence> keys; ///< that do the same; none: those of the action or shortcut itself
    QString text; ///< what they do; empty: what the action says
    KeyGroup group = KeyGroup::Others;
};

/// Says for the sheet of keys where an action or a shortcut belongs, and what it does; an action's
/// own text need not be repeated. GUI thread.
void noteKey(QObject &owner, KeyGroup group, const QString &text = {});

/// Says for the sheet of keys which ones a widget takes itself, beside what it does with them;
/// their groups are set to `group`. Again: adds to what was said. GUI thread.
void noteKeys(QObject &owner, KeyGroup group, QList<KeyNote> notes);

/// What was said of the keys of an object. GUI thread.
QList<KeyNote> keyNotes(const QObject &owner);

} // namespace views
