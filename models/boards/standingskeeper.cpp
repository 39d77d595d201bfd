// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/boards/standingskeeper.h"

#include "models/boards/triagedesk.h"
#include "models/index/eventindex.h"

#include <algorithm>

namespace models {

StandingsKeeper::StandingsKeeper(TriageDesk &desk, EventIndex &index, QObject *parent)
    : QObject(parent), m_desk(desk), m_index(index)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(rest);
    m_due.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &StandingsKeeper::fold);
    connect(&m_due, &QTimer::timeout, this, &StandingsKeeper::foldAgain);
    connect(&desk, &TriageDesk::changed, this, &StandingsKeeper::takeDecisions);
    connect(&index, &EventIndex::appended, this, &StandingsKeeper::takeRows);
    takeDecisions(desk.board().subjects());
}

StandingsKeeper::~StandingsKeeper() = default;

void StandingsKeeper::foldAgain()
{
    if (!m_soon.isActive())
        m_soon.start();
}

void StandingsKeeper::takeDecisions(const QList<TermId> &subjects)
{
    bool changed = false;
    for (const TermId subject : subjects) {
        const Decision decision = Decision::of(m_desk.board().state(subject));
        if (!decision.isEmpty())
            m_decisions.insert(subject, decision);
        else if (m_decisions.remove(subject) == 0)
            continue;
        changed = true;
    }
    if (changed)
        foldAgain();
}

void StandingsKeeper::takeRows(quint32 first, quint32 count)
{
    if (m_awaiting.isEmpty())
        return;
    for (quint32 row = first; row < first + count; ++row) {
        if (m_awaiting.contains(qint64(m_index.term(TermColumn::Subject, row))))
            return foldAgain();
    }
}

void StandingsKeeper::fold()
{
    if (m_job.busy()) // not cancelled, or it would never come to an end
        return foldAgain();
    m_job.start([this, decisions = m_decisions, snapshot = m_index.snapshot(),
                 at = now()](const std::atomic_bool &cancelled) -> LatestJob::Deliver {
        const FoldedStandings folded = foldStandings(decisions, snapshot, at, cancelled);
        std::shared_ptr<const Standings> standings = snapshot.standings;
        const SubjectStandings before = standings ? standings->subjects() : SubjectStandings();
        if (!cancelled && folded.subjects != before) {
            standings = std::make_shared<const Standings>(folded.subjects);
            for (std::size_t i = 0; i < snapshot.segments.size();
                 ++i) // so that nobody waits for it
                standings->rowsOf(i, snapshot.segments[i]);
        }
        return [this, folded, standings] { take(folded, standings); };
    });
}

void StandingsKeeper::take(const FoldedStandings &folded,
                           const std::shared_ptr<const Standings> &standings)
{
    m_awaiting = folded.awaiting;
    if (folded.next) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
                *folded.next - now() + std::chrono::milliseconds(1));
        m_due.start(std::clamp(left, std::chrono::milliseconds(0), longestWait));
    } else {
        m_due.stop();
    }
    if (standings != m_index.standings())
        m_index.setStandings(standings);
}

} // namespace models
