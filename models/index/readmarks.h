// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/act.h"
#include "models/index/idset.h"
#include "models/index/journalfollower.h"

#include <QObject>

#include <deque>

namespace models {

class EventIndex;
class Journal;

/// Adds to (or takes from) the events that were read what an act says of it; others change nothing.
void applyAct(const Act &act, IdSet &read);

/// Which events were read: a fold over the journal, of this program and of others, kept in the
/// index so that rows are painted and filters judge by it. What was marked here counts at once, and
/// over what the journal holds, until it is found there. Until the journal has been read everything
/// counts as read, so that nothing flashes up as new at the start. GUI thread.
class ReadMarks final : public QObject
{
    Q_OBJECT
public:
    /// `index` and `journal` must outlive it; `who` is the person who sits here. The journal is one
    /// of its own, since others' readings would be taken, too.
    ReadMarks(EventIndex &index, Journal &journal, QString who, QObject *parent = nullptr);

    /// Begins to read the journal; later, only what was added since.
    void refresh();
    /// The journal has been read.
    bool known() const { return m_known; }

    /// Marks events read or unread and puts it in the journal. Answers those that changed:
    /// marking these the other way undoes it.
    IdSet mark(const IdSet &events, bool read);

    /// Marks made here of which so many are awaited in the journal; of older ones it is not asked
    /// any more.
    static constexpr std::size_t mostAwaited = 4096;

signals:
    /// The journal has been read; known() from now on.
    void loaded();

private:
    void take(const QList<Act> &acts, bool complete);
    void settle(const Act &act);
    void show();

    EventIndex &m_index;
    Journal &m_journal;
    const QString m_who;
    JournalFollower m_follower;
    IdSet m_read; ///< by what was read of the journal
    std::deque<Act> m_own; ///< done here and not found in the journal yet, in their order
    bool m_known = false;
};

} // namespace models
