// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/boards/triageboard.h"
#include "models/index/journalfollower.h"

#include <QObject>

#include <deque>

namespace models {

class EventIndex;
class Journal;

/// What people decide about issues: puts it in the journal, and folds what the journal holds, of
/// this program and of others. A decision counts once it is on disk. Takes over long lists in
/// pieces, so that the screen stays free. GUI thread.
class TriageDesk final : public QObject
{
    Q_OBJECT
public:
    /// All must outlive it; a journal of its own, since others' readings would be taken, too. The
    /// events of `index` name the subjects. `who` is the person who sits here.
    TriageDesk(Journal &journal, const EventIndex &index, QString who, QObject *parent = nullptr);

    /// Begins to read the journal; later, what others added since.
    void refresh();
    /// The journal has been read to its end once.
    bool known() const { return m_known; }

    /// Does something about the subjects of these events; any number, in any order. All of it is
    /// one transaction. What is written names the event of each that arrived last, which need not
    /// be the newest by time: whatever arrives after it came after the act. Answered by done() or
    /// failed() with the number that is returned; nothing for no events: 0.
    quint64 act(const TriageAct &what, std::vector<qint64> events);
    /// Takes back what a call did, for all of its subjects; a call of its own, which can be taken
    /// back as well. 0 where that call did nothing (any more).
    quint64 undo(quint64 call);
    /// The call fails, unless it is too late for that.
    void cancel(quint64 call);
    /// Takes back one act on one subject, known by the newest event of it.
    quint64 undoAct(qint64 act, qint64 event);

    /// Whether anything can be decided now: the store can be written.
    bool isWritable() const;

    const TriageBoard &board() const { return m_board; }
    /// Looks again for the subjects of acts, after events were loaded.
    void eventsLoaded();

    /// Calls that can be undone; the oldest are forgotten.
    static constexpr std::size_t mostUndone = 50;
    static constexpr qsizetype actEvents = 4096; ///< events of one act: a piece

signals:
    /// The state of these subjects may be another.
    void changed(const QList<models::TermId> &subjects);
    /// The journal has been read; known() from now on.
    void loaded();
    void progress(quint64 call, int done, int of);
    /// It is on disk and taken over.
    void done(quint64 call, int subjects);
    /// Nothing of it was done; says why, empty where it was cancelled.
    void failed(quint64 call, const QString &reason);
    void readFailed(const QString &reason);
    void writableChanged();

private:
    struct Piece
    {
        Act act;
        quint64 call = 0; ///< whose last piece it is; 0: none
        bool lastRead = false; ///< the last one of what was read
    };
    struct Done
    {
        quint64 call = 0;
        QList<Act> acts;
    };
    quint64 write(const QList<Act> &acts);
    void queue(const QList<Act> &acts, quint64 call, bool lastRead);
    void takePiece();
    void tell(const std::vector<TermId> &subjects);

    Journal &m_journal;
    const EventIndex &m_index;
    const QString m_who;
    JournalFollower m_follower; ///< not of what was written: others' acts may lie before
    TriageBoard m_board;
    std::deque<Piece> m_pieces; ///< on disk, to be taken over
    std::deque<Done> m_done; ///< calls that can be undone
    QHash<quint64, int> m_calls; ///< that are not answered: how many subjects
    bool m_known = false;
};

} // namespace models
