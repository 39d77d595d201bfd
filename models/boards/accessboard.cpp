// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/boards/accessboard.h"

#include "models/boards/issuerecord.h"

#include <algorithm>

namespace models {

void AccessBoard::learn(const Term &term)
{
    constexpr qsizetype longestType = 100;
    if (term.text.size() > longestType)
        return;
    const AccessKind kind = accessKindFromType(term.text);
    if (kind != AccessKind::Other)
        m_kinds.insert(term.id, kind);
    else if (term.text == QByteArrayView("MANAGER"))
        m_managers.insert(term.id);
}

quint32 AccessBoard::placeFor(TermId login)
{
    if (const auto known = placeOf(login))
        return *known;
    Entry made;
    made.user.login = login;
    return *m_places.insert(login, m_users.add(made));
}

void AccessBoard::add(const EventRow &row)
{
    if (row.family != Family::PortalUser || row.subject == 0)
        return;
    IssueEvent bounds;
    bounds.setTime(row.time);
    Event event;
    event.moment = { row.id, Instant(std::chrono::milliseconds(bounds.time())),
                     m_kinds.value(row.type, AccessKind::Other), row.detail, row.actor };
    const quint32 place = placeFor(row.subject);
    Entry &entry = m_users.edit(place);
    if (!std::exchange(entry.changed, true))
        m_changed.push_back(place);
    const bool next = entry.newest == 0 || m_events[entry.newest - 1].isBefore(event);
    event.next = entry.newest;
    entry.newest = m_events.add(event) + 1;
    if (entry.ordered && next)
        entry.user.step(event.moment, m_managers.contains(event.moment.detail));
    else
        entry.ordered = false;
}

std::vector<quint32> AccessBoard::settle()
{
    for (const quint32 place : m_changed) {
        if (!m_users[place].ordered)
            fold(place);
        m_users.edit(place).changed = false;
    }
    return std::exchange(m_changed, {});
}

void AccessBoard::fold(quint32 place)
{
    std::vector<quint32> order;
    Entry &entry = m_users.edit(place);
    for (quint32 at = entry.newest; at != 0; at = m_events[at - 1].next)
        order.push_back(at);
    std::sort(order.begin(), order.end(),
              [this](quint32 a, quint32 b) { return m_events[a - 1].isBefore(m_events[b - 1]); });
    order.erase(std::unique(order.begin(), order.end(),
                            [this](quint32 a, quint32 b) {
                                return m_events[a - 1].moment.event == m_events[b - 1].moment.event;
                            }),
                order.end());
    PortalUser user;
    user.login = entry.user.login;
    quint32 before = 0;
    for (const quint32 at : order) {
        Event &event = m_events.edit(at - 1);
        event.next = std::exchange(before, at);
        user.step(event.moment, m_managers.contains(event.moment.detail));
    }
    entry.newest = before;
    entry.user = user;
    entry.ordered = true;
}

std::optional<quint32> AccessBoard::placeOf(TermId login) const
{
    const auto found = m_places.constFind(login);
    return found == m_places.constEnd() ? std::nullopt : std::optional(*found);
}

std::vector<AccessMoment> AccessBoard::moments(quint32 place) const
{
    std::vector<AccessMoment> moments;
    for (quint32 at = m_users[place].newest; at != 0; at = m_events[at - 1].next)
        moments.push_back(m_events[at - 1].moment);
    std::reverse(moments.begin(), moments.end());
    return moments;
}

} // namespace models
