// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/readmarking.h"

#include "models/index/eventindex.h"
#include "models/index/eventquery.h"
#include "models/index/readmarks.h"
#include "views/keys/keynotes.h"
#include "views/pages/selectedrows.h"
#include "views/widgets/eventtable.h"
#include "views/widgets/undotoast.h"

#include <QLocale>
#include <QMenu>
#include <QShortcut>

namespace views {

using models::IdSet;

ReadMarking::ReadMarking(const Parts &parts, QObject *parent) : QObject(parent), m_parts(parts)
{
    auto *key = new QShortcut(QKeySequence(Qt::Key_U), &parts.table);
    noteKey(*key, KeyGroup::EventsTable, tr("Mark the selected events read or unread"));
    key->setContext(Qt::WidgetWithChildrenShortcut);
    connect(key, &QShortcut::activated, this, &ReadMarking::toggleSelection);
}

IdSet ReadMarking::selection() const
{
    IdSet events;
    for (const quint32 position : selectedPositions(m_parts.table, m_parts.query))
        events.insert(m_parts.index.id(position));
    return events;
}

IdSet ReadMarking::shown() const
{
    IdSet events;
    for (const quint32 position : m_parts.query.rows())
        events.insert(m_parts.index.id(position));
    return events;
}

bool ReadMarking::allRead(const IdSet &events) const
{
    return events.without(m_parts.index.read()).isEmpty();
}

void ReadMarking::mark(const IdSet &events, bool read)
{
    const IdSet changed = m_parts.marks.mark(events, read);
    constexpr qint64 few = 1; // a second press of the key undoes that
    const qint64 count = changed.size();
    if (count <= few)
        return;
    const QString number = QLocale().toString(count);
    m_parts.undo.offer(read ? tr("%1 events marked read").arg(number)
                            : tr("%1 events marked unread").arg(number),
                       [marks = &m_parts.marks, changed, read] { marks->mark(changed, !read); });
}

void ReadMarking::markRead(qint64 event)
{
    IdSet one;
    one.insert(event);
    m_parts.marks.mark(one, true);
}

void ReadMarking::toggleSelection()
{
    const IdSet events = selection();
    mark(events, !allRead(events));
}

void ReadMarking::markAll(bool read)
{
    models::EventQuery &query = m_parts.query;
    const IdSet changed = m_parts.marks.mark(shown(), read);
    query.askAgain();
    const QString number = QLocale().toString(changed.size());
    const QString said = changed.isEmpty()
            ? (read ? tr("All of these are read already") : tr("All of these are unread already"))
            : read ? tr("%1 events marked read").arg(number)
                   : tr("%1 events marked unread").arg(number);
    if (changed.isEmpty()) {
        m_parts.undo.offer(said);
        return;
    }
    m_parts.undo.offer(said, [&query, marks = &m_parts.marks, changed, read] {
        marks->mark(changed, !read);
        query.askAgain();
    });
}

void ReadMarking::addActions(QMenu &menu)
{
    const IdSet events = selection();
    const QString tab = QStringLiteral("\tU"); // as it is shown, not a second shortcut
    menu.addSeparator();
    if (!events.isEmpty()) {
        const bool read = !allRead(events);
        connect(menu.addAction(QString((read ? tr("Mark read") : tr("Mark unread")) % tab)),
                &QAction::triggered, this, &ReadMarking::toggleSelection);
    }
    const QString all = QLocale().toString(qlonglong(m_parts.query.rows().size()));
    connect(menu.addAction(tr("Mark all %1 shown read").arg(all)), &QAction::triggered, this,
            [this] { markAll(true); });
    connect(menu.addAction(tr("Mark all %1 shown unread").arg(all)), &QAction::triggered, this,
            [this] { markAll(false); });
}

} // namespace views
