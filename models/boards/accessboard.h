// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/boards/chunks.h"
#include "models/boards/portaluser.h"

#include <QHash>
#include <QSet>

#include <vector>

namespace models {

/// Every user of the portal, folded from the events of users in whatever order they come. Kinds
/// and roles are read from texts, so the texts of a batch are learnt before its rows are added.
/// A value whose copies share memory; one thread at a time.
class AccessBoard final
{
public:
    /// Looks whether a text is one that rows are told by.
    void learn(const Term &term);
    /// Takes an event of a user; others, and those that are there already change nothing.
    void add(const EventRow &row);
    /// Folds what add() touched; places of the users that changed, each once.
    std::vector<quint32> settle();

    quint32 size() const { return m_users.size(); }
    const PortalUser &user(quint32 place) const { return m_users[place].user; }
    std::optional<quint32> placeOf(TermId login) const;
    /// All events of a user, oldest first.
    std::vector<AccessMoment> moments(quint32 place) const;
    qint64 bytes() const { return m_users.bytes() + m_events.bytes(); }

private:
    struct Event
    {
        AccessMoment moment;
        quint32 next = 0; ///< place + 1 of the one before
        bool isBefore(const Event &other) const
        {
            return moment.time != other.moment.time ? moment.time < other.moment.time
                                                    : moment.event < other.moment.event;
        }
    };
    struct Entry
    {
        PortalUser user;
        quint32 newest = 0; ///< place + 1
        bool changed = false;
        bool ordered = true; ///< its chain is in order and `user` is its fold
    };
    /// The place of a user, who gets one where there is none yet.
    quint32 placeFor(TermId login);
    void fold(quint32 place);

    Chunks<Entry> m_users;
    Chunks<Event> m_events;
    QHash<TermId, quint32> m_places;
    QHash<TermId, AccessKind> m_kinds; ///< by type
    QSet<TermId> m_managers; ///< words of the role
    std::vector<quint32> m_changed;
};

} // namespace models
