// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/readmarks.h"

#include "models/index/eventindex.h"
#include "models/ports/journal.h"

#include <utility>

namespace models {

void applyAct(const Act &act, IdSet &read)
{
    if (act.kind != ActKind::Read && act.kind != ActKind::Unread)
        return;
    for (const IdRange &range : act.events) {
        if (act.kind == ActKind::Read)
            read.insert(range);
        else
            read.remove(range);
    }
}

ReadMarks::ReadMarks(EventIndex &index, Journal &journal, QString who, QObject *parent)
    : QObject(parent), m_index(index), m_journal(journal), m_who(std::move(who))
{
    connect(&journal, &Journal::actsRead, this, &ReadMarks::take);
    connect(&journal, &Journal::readFailed, this, [this] { m_loading = false; });
    connect(&journal, &Journal::readable, this, &ReadMarks::load);
    m_index.setRead(IdSet::all());
}

void ReadMarks::load()
{
    if (m_known || m_loading)
        return;
    m_loading = true;
    m_journal.readActs(m_lastAct);
}

void ReadMarks::take(const QList<Act> &acts, bool complete)
{
    for (const Act &act : acts) {
        m_lastAct = act.id;
        applyAct(act, m_read);
    }
    if (!complete)
        return;
    m_loading = false;
    m_known = true;
    // Perhaps some of these were among what was read; in their order they do no harm.
    for (const Act &act : std::exchange(m_early, {}))
        applyAct(act, m_read);
    m_index.setRead(m_read);
    emit loaded();
}

IdSet ReadMarks::mark(const IdSet &events, bool read)
{
    const IdSet &before = m_index.read();
    const IdSet changed = read ? events.without(before) : events.common(before);
    if (changed.isEmpty())
        return changed;
    Act act;
    act.at = now();
    act.who = m_who;
    act.kind = read ? ActKind::Read : ActKind::Unread;
    act.events = changed.ranges();
    IdSet shown = before;
    applyAct(act, shown);
    if (m_known)
        m_read = shown;
    else
        m_early.append(act);
    m_index.setRead(shown);
    m_journal.append(act);
    return changed;
}

} // namespace models
