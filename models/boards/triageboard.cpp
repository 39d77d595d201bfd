// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/boards/triageboard.h"

#include <algorithm>
#include <limits>

namespace models {

namespace {

void tidy(std::vector<TermId> &subjects)
{
    std::sort(subjects.begin(), subjects.end());
    subjects.erase(std::unique(subjects.begin(), subjects.end()), subjects.end());
}

} // namespace

std::vector<TermId> TriageBoard::add(const Act &act, const SubjectOf &subjectOf)
{
    std::vector<TermId> touched;
    if (!isTriage(act.kind))
        return touched;
    auto what = TriageAct::read(act);
    if (!what || m_places.contains(act.id) || eventCount(act.events) > TriageAct::mostEvents)
        return touched;
    const auto place = quint32(m_acts.size());
    m_places.insert(act.id, place);
    m_acts.push_back({ act.id, act.at, act.who, std::move(*what) });
    for (const IdRange &range : act.events) {
        const qint64 last = std::min<qint64>(range.last, std::numeric_limits<quint32>::max());
        for (qint64 event = range.first; event <= last; ++event) {
            if (const TermId subject = subjectOf(event)) {
                link(place, quint32(event), subject);
                touched.push_back(subject);
            } else {
                m_waiting.push_back({ place, quint32(event) });
            }
        }
    }
    tidy(touched);
    return touched;
}

std::vector<TermId> TriageBoard::resolve(const SubjectOf &subjectOf)
{
    std::vector<TermId> touched;
    std::erase_if(m_waiting, [&](const Waiting &waiting) {
        const TermId subject = subjectOf(waiting.event);
        if (subject == 0)
            return false;
        link(waiting.act, waiting.event, subject);
        touched.push_back(subject);
        return true;
    });
    tidy(touched);
    return touched;
}

void TriageBoard::link(quint32 act, quint32 event, TermId subject)
{
    const auto place = quint32(m_links.size());
    const auto found = m_newest.find(subject);
    m_links.push_back({ act, event, found == m_newest.end() ? nowhere : *found });
    if (found == m_newest.end())
        m_newest.insert(subject, place);
    else
        *found = place;
}

/// An act that names two events of one subject counts once for it, as of the newer one.
std::vector<SubjectAct> TriageBoard::gather(TermId subject) const
{
    std::vector<Link> links;
    for (quint32 at = m_newest.value(subject, nowhere); at != nowhere; at = m_links[at].next)
        links.push_back(m_links[at]);
    std::sort(links.begin(), links.end(), [](const Link &a, const Link &b) {
        return a.act != b.act ? a.act < b.act : a.event > b.event;
    });
    std::vector<SubjectAct> acts;
    quint32 last = nowhere;
    for (const Link &link : links) {
        if (std::exchange(last, link.act) == link.act)
            continue;
        const Held &held = m_acts[link.act];
        acts.push_back({ held.id, held.at, held.who, held.what, link.event, false });
    }
    return acts;
}

std::vector<SubjectAct> TriageBoard::acts(TermId subject) const
{
    std::vector<SubjectAct> acts = gather(subject);
    foldActs(acts);
    return acts;
}

TriageState TriageBoard::state(TermId subject) const
{
    std::vector<SubjectAct> acts = gather(subject);
    return foldActs(acts);
}

} // namespace models
