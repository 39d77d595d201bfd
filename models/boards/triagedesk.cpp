// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/boards/triagedesk.h"

#include "models/boards/issuesubject.h"
#include "models/index/eventindex.h"
#include "models/ports/journal.h"

#include <algorithm>
#include <utility>

namespace models {

namespace {

/// Ascending ids as ranges.
std::vector<IdRange> rangesOf(const qint64 *first, const qint64 *last)
{
    std::vector<IdRange> ranges;
    for (; first != last; ++first) {
        if (!ranges.empty() && ranges.back().last + 1 == *first)
            ranges.back().last = *first;
        else
            ranges.push_back({ *first, *first });
    }
    return ranges;
}

} // namespace

TriageDesk::TriageDesk(Journal &journal, const EventIndex &index, QString who, QObject *parent)
    : QObject(parent), m_journal(journal), m_index(index), m_who(std::move(who)),
      m_follower(journal)
{
    connect(&m_follower, &JournalFollower::read, this,
            [this](const QList<Act> &acts, bool complete) { queue(acts, 0, complete); });
    connect(&journal, &Journal::readFailed, this, &TriageDesk::readFailed);
    connect(&journal, &Journal::writableChanged, this, &TriageDesk::writableChanged);
    connect(&journal, &Journal::wrote, this, [this](quint64 call, const QList<Act> &acts) {
        if (!m_calls.contains(call))
            return;
        m_done.push_back({ call, acts });
        if (m_done.size() > mostUndone)
            m_done.pop_front();
        queue(acts, call, false);
    });
    connect(&journal, &Journal::writing, this, [this](quint64 call, int written, int of) {
        if (m_calls.contains(call))
            emit progress(call, written, of);
    });
    connect(&journal, &Journal::writeFailed, this, [this](quint64 call, const QString &reason) {
        if (m_calls.remove(call) > 0)
            emit failed(call, reason);
    });
}

void TriageDesk::refresh()
{
    m_follower.refresh();
}

quint64 TriageDesk::act(const TriageAct &what, std::vector<qint64> events)
{
    events = newestOfIssues(m_index, events);
    std::sort(events.begin(), events.end());
    events.erase(std::unique(events.begin(), events.end()), events.end());
    Act piece;
    piece.at = now();
    piece.who = m_who;
    piece.kind = what.kind;
    piece.value = what.value();
    QList<Act> acts;
    const qint64 *end = events.data() + events.size();
    for (const qint64 *at = events.data(); at != end;) {
        const qint64 *next = at + std::min<qsizetype>(actEvents, end - at);
        piece.events = rangesOf(at, next);
        acts.append(piece);
        at = next;
    }
    return write(acts);
}

quint64 TriageDesk::undo(quint64 call)
{
    const auto found = std::find_if(m_done.begin(), m_done.end(),
                                    [call](const Done &done) { return done.call == call; });
    if (found == m_done.end())
        return 0;
    QList<Act> acts;
    for (const Act &done : std::as_const(found->acts)) {
        TriageAct what;
        what.kind = ActKind::Undo;
        what.acts = { { done.id, done.id } };
        Act act;
        act.at = now();
        act.who = m_who;
        act.kind = what.kind;
        act.value = what.value();
        act.events = done.events;
        acts.append(act);
    }
    return write(acts);
}

quint64 TriageDesk::undoAct(qint64 act, qint64 event)
{
    TriageAct what;
    what.kind = ActKind::Undo;
    what.acts = { { act, act } };
    return this->act(what, { event });
}

bool TriageDesk::isWritable() const
{
    return m_journal.isWritable();
}

void TriageDesk::cancel(quint64 call)
{
    m_journal.cancelWrite(call);
}

quint64 TriageDesk::write(const QList<Act> &acts)
{
    if (acts.isEmpty())
        return 0;
    qint64 count = 0;
    for (const Act &act : acts)
        count += eventCount(act.events);
    const quint64 call = m_journal.write(acts);
    m_calls.insert(call, int(count));
    return call;
}

void TriageDesk::queue(const QList<Act> &acts, quint64 call, bool lastRead)
{
    const bool idle = m_pieces.empty();
    for (const Act &act : acts)
        m_pieces.push_back({ act });
    if (acts.isEmpty())
        m_pieces.emplace_back(); // says only that something ended
    m_pieces.back().call = call;
    m_pieces.back().lastRead = lastRead;
    if (idle)
        QMetaObject::invokeMethod(this, &TriageDesk::takePiece, Qt::QueuedConnection);
}

void TriageDesk::takePiece()
{
    if (m_pieces.empty())
        return;
    // Small ones together: of thousands each for itself would take long.
    qint64 taken = 0;
    std::vector<TermId> touched;
    bool readAll = false;
    std::vector<quint64> answered;
    while (!m_pieces.empty() && taken < actEvents) {
        const Piece piece = std::move(m_pieces.front());
        m_pieces.pop_front();
        const std::vector<TermId> subjects = m_board.add(
                piece.act, [this](qint64 event) { return issueSubject(m_index, event); });
        touched.insert(touched.end(), subjects.begin(), subjects.end());
        taken += 1 + eventCount(piece.act.events);
        readAll = readAll || piece.lastRead;
        if (piece.call != 0)
            answered.push_back(piece.call);
    }
    if (!m_pieces.empty())
        QMetaObject::invokeMethod(this, &TriageDesk::takePiece, Qt::QueuedConnection);
    tell(touched);
    if (readAll && !std::exchange(m_known, true))
        emit loaded();
    for (const quint64 call : answered)
        emit done(call, m_calls.take(call));
}

void TriageDesk::eventsLoaded()
{
    if (m_board.waiting() > 0)
        tell(m_board.resolve([this](qint64 event) { return issueSubject(m_index, event); }));
}

void TriageDesk::tell(const std::vector<TermId> &subjects)
{
    if (!subjects.empty())
        emit changed(QList<TermId>(subjects.begin(), subjects.end()));
}

} // namespace models
