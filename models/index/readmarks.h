// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/act.h"
#include "models/index/idset.h"

#include <QObject>

namespace models {

class EventIndex;
class Journal;

/// Adds to (or takes from) the events that were read what an act says of it; others change nothing.
void applyAct(const Act &act, IdSet &read);

/// Which events were read: a fold over the journal, kept in the index so that rows are painted
/// and filters judge by it. Until the journal has been read everything counts as read, so that
/// nothing flashes up as new at the start. GUI thread.
class ReadMarks final : public QObject
{
    Q_OBJECT
public:
    /// `index` and `journal` must outlive it; `who` is the person who sits here.
    ReadMarks(EventIndex &index, Journal &journal, QString who, QObject *parent = nullptr);

    /// Begins to read the journal; once it is known, again does nothing.
    void load();
    /// The journal has been read.
    bool known() const { return m_known; }

    /// Marks events read or unread and puts it in the journal. Answers those that changed:
    /// marking these the other way undoes it.
    IdSet mark(const IdSet &events, bool read);

signals:
    /// The journal has been read; known() from now on.
    void loaded();

private:
    void take(const QList<Act> &acts, bool complete);

    EventIndex &m_index;
    Journal &m_journal;
    const QString m_who;
    IdSet m_read;
    qint64 m_lastAct = 0;
    QList<Act> m_early; ///< done before the journal was known
    bool m_known = false;
    bool m_loading = false;
};

} // namespace models
