// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/boards/standingsfold.h"
#include "models/index/latestjob.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace models {

class EventIndex;
class TriageDesk;

/// Keeps in the index what the team decided about the subjects of its events, so that filters and
/// facets of events know it. Folds it from the acts and from what the index has of these subjects
/// (foldStandings()); no board is needed. It is folded again, on a pool thread and at most a few
/// times a second, when acts arrive, when an event arrives that may end a snooze, and when time
/// changes a standing. GUI thread.
class StandingsKeeper final : public QObject
{
    Q_OBJECT
public:
    /// Both must outlive it.
    StandingsKeeper(TriageDesk &desk, EventIndex &index, QObject *parent = nullptr);
    ~StandingsKeeper() override;

    /// Folds again soon: old events were loaded.
    void foldAgain();
    /// It is being folded or will be soon.
    bool busy() const { return m_soon.isActive() || m_job.busy(); }

    /// How long changes are gathered.
    static constexpr std::chrono::milliseconds rest { 250 };
    /// Time is looked at again so often at least, whatever the clock did meanwhile.
    static constexpr std::chrono::milliseconds longestWait = std::chrono::hours(1);

private:
    void takeDecisions(const QList<TermId> &subjects);
    void takeRows(quint32 first, quint32 count);
    void fold();
    void take(const FoldedStandings &folded, const std::shared_ptr<const Standings> &standings);

    TriageDesk &m_desk;
    EventIndex &m_index;
    Decisions m_decisions;
    IdSet m_awaiting; ///< subjects of which the next event may change the standing
    QTimer m_soon;
    QTimer m_due;
    LatestJob m_job;
};

} // namespace models
