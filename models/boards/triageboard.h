// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/boards/triagestate.h"

#include <QHash>

#include <functional>

namespace models {

/// The acts of triage by subject, in whatever order they come. An act whose events are not known
/// yet waits for them. A value; one thread.
class TriageBoard final
{
public:
    /// The subject of an event; 0 where the event is not known (yet) or has none.
    using SubjectOf = std::function<TermId(qint64 event)>;

    /// Takes over an act; one that is there already, is no triage or cannot be read changes
    /// nothing. The subjects that it concerns, each once.
    std::vector<TermId> add(const Act &act, const SubjectOf &subjectOf);
    /// Looks again for events that were not known; the subjects that were found.
    std::vector<TermId> resolve(const SubjectOf &subjectOf);
    /// Events that acts wait for.
    qint64 waiting() const { return qint64(m_waiting.size()); }

    /// What was decided about a subject.
    TriageState state(TermId subject) const;
    /// All acts on a subject in the order of (time, id), those taken back included.
    std::vector<SubjectAct> acts(TermId subject) const;
    /// Whether there is any act on a subject.
    bool knows(TermId subject) const { return m_newest.contains(subject); }
    /// All subjects with an act, in no order.
    QList<TermId> subjects() const { return m_newest.keys(); }

private:
    struct Held
    {
        qint64 id = 0;
        Instant at;
        QString who;
        TriageAct what;
    };
    struct Link
    {
        quint32 act = 0; ///< place in m_acts
        quint32 event = 0;
        quint32 next = nowhere;
    };
    struct Waiting
    {
        quint32 act = 0;
        quint32 event = 0;
    };
    void link(quint32 act, quint32 event, TermId subject);
    std::vector<SubjectAct> gather(TermId subject) const;

    std::vector<Held> m_acts;
    QHash<qint64, quint32> m_places; ///< by id of the act
    std::vector<Link> m_links;
    QHash<TermId, quint32> m_newest; ///< by subject: the beginning of its chain
    std::vector<Waiting> m_waiting;
};

} // namespace models
