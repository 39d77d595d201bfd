// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/readmarks.h"

#include "models/index/eventindex.h"
#include "models/ports/journal.h"

#include <algorithm>
#include <utility>

namespace models {

void applyAct(const Act &act, IdSet &read)
{
    if (act.kind == ActKind::Read)
        read.insert(act.events);
    else if (act.kind == ActKind::Unread)
        read.remove(act.events);
}

ReadMarks::ReadMarks(EventIndex &index, Journal &journal, QString who, QObject *parent)
    : QObject(parent), m_index(index), m_journal(journal), m_who(std::move(who)),
      m_follower(journal)
{
    connect(&m_follower, &JournalFollower::read, this, &ReadMarks::take);
    m_index.setRead(IdSet::all());
}

void ReadMarks::refresh()
{
    m_follower.refresh();
}

void ReadMarks::take(const QList<Act> &acts, bool complete)
{
    for (const Act &act : acts) {
        applyAct(act, m_read);
        settle(act);
    }
    if (!complete)
        return;
    show();
    if (!std::exchange(m_known, true))
        emit loaded();
}

/// The journal has them in the order in which they were made here: what was made before one that
/// is found is there, too, or will never be.
void ReadMarks::settle(const Act &act)
{
    const auto found = std::find_if(m_own.begin(), m_own.end(), [&act](const Act &own) {
        return own.at == act.at && own.kind == act.kind && own.who == act.who
                && own.events == act.events;
    });
    if (found != m_own.end())
        m_own.erase(m_own.begin(), found + 1);
}

void ReadMarks::show()
{
    IdSet shown = m_read;
    for (const Act &act : m_own)
        applyAct(act, shown);
    if (!(shown == m_index.read()))
        m_index.setRead(shown);
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
    m_own.push_back(act);
    if (m_own.size() > mostAwaited) {
        applyAct(m_own.front(), m_read);
        m_own.pop_front();
    }
    m_index.setRead(shown);
    m_journal.append(act);
    return changed;
}

} // namespace models
