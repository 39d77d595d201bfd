// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/keys/keylines.h"

#include "views/keys/dialogkeys.h"

#include <QAction>
#include <QMenu>
#include <QShortcut>
#include <QWidget>

#include <algorithm>

namespace views {

namespace {

bool belongsTo(const QObject *object, const QWidget &window)
{
    while (object && object != &window) {
        if (object->isWidgetType()) {
            const auto *widget = static_cast<const QWidget *>(object);
            if (widget->isWindow() && !qobject_cast<const QMenu *>(widget))
                return false;
        }
        object = object->parent();
    }
    return object != nullptr;
}

/// A menu's text without what marks its letter, its key or that a dialog follows.
QString plainWords(QString text)
{
    text = text.section(u'\t', 0, 0);
    text.replace(QLatin1String("&&"), QLatin1String("\a")).remove(u'&').replace(u'\a', u'&');
    if (text.endsWith(u'…'))
        text.chop(1);
    return text;
}

/// The keys that Qt itself takes from an object, and what it says of them.
KeyNote ownKeys(const QObject &object)
{
    if (const auto *action = qobject_cast<const QAction *>(&object))
        return { action->shortcuts(), plainWords(action->text()) };
    if (const auto *shortcut = qobject_cast<const QShortcut *>(&object))
        return { shortcut->keys(), shortcut->whatsThis() };
    return {};
}

void add(QList<KeyNote> &lines, const KeyNote &note)
{
    auto line = std::find_if(lines.begin(), lines.end(), [&note](const KeyNote &other) {
        return other.group == note.group && other.text == note.text;
    });
    if (line == lines.end()) {
        lines.append({ {}, note.text, note.group });
        line = lines.end() - 1;
    }
    for (const QKeySequence &key : note.keys) {
        if (!key.isEmpty() && !line->keys.contains(key))
            line->keys.append(key);
    }
}

void sortByGroup(QList<KeyNote> &lines)
{
    std::stable_sort(lines.begin(), lines.end(), [](const KeyNote &one, const KeyNote &other) {
        return one.group < other.group;
    });
}

} // namespace

QList<KeyNote> keyLines(const QWidget &window)
{
    QList<KeyNote> lines;
    const QList<QObject *> all = window.findChildren<QObject *>();
    for (const QObject *object : all) {
        const KeyNote own = ownKeys(*object);
        QList<KeyNote> notes = keyNotes(*object);
        if (notes.isEmpty())
            notes = { own };
        for (KeyNote &note : notes) {
            if (note.keys.isEmpty())
                note.keys = own.keys;
            if (note.text.isEmpty())
                note.text = own.text;
            if (!note.keys.isEmpty() && belongsTo(object, window))
                add(lines, note);
        }
    }
    sortByGroup(lines);
    return lines;
}

QList<KeyNote> keyLinesWithDialogs(const QWidget &window)
{
    QList<KeyNote> lines = keyLines(window) + dialogKeys();
    sortByGroup(lines);
    return lines;
}

QString keyText(const QKeySequence &key)
{
    return key.toString(QKeySequence::NativeText)
            .replace(QLatin1String("Return"), QLatin1String("Enter"));
}

} // namespace views
