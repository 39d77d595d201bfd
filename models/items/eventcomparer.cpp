// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/eventcomparer.h"

#include "models/index/eventindex.h"

#include <algorithm>
#include <utility>

namespace models {

namespace {

/// The id of the latest event before `id` about a subject; 0 where there is none. Reads the
/// codes of the column alone.
qint64 previousOf(const IndexSnapshot &snapshot, TermId subject, qint64 id,
                  const std::atomic_bool &cancelled)
{
    qint64 found = 0;
    constexpr auto column = static_cast<std::size_t>(TermColumn::Subject);
    for (const SegmentView &view : snapshot.segments) {
        if (cancelled)
            return 0;
        const Segment::Codes &codes = view.segment->column(TermColumn::Subject);
        const TermId *const terms = codes.terms.get();
        const TermId *const end = terms + view.distinct[column];
        const TermId *const at = std::find(terms, end, subject);
        if (at == end)
            continue;
        const auto code = static_cast<quint16>(at - terms);
        for (quint32 row = 0; row < view.rows; ++row) {
            const qint64 candidate = view.segment->ids[row];
            if (codes.codes[row] == code && candidate < id)
                found = std::max(found, candidate);
        }
    }
    return found;
}

EventComparison comparisonOf(const StoredEvent &left, const StoredEvent &right)
{
    EventComparison comparison { left, right, {}, {} };
    if (auto all = compareBodies(left.event.body, right.event.body))
        comparison.all = std::move(*all);
    else
        comparison.problem =
                EventComparer::tr("These events cannot be compared: one of them is no JSON, or "
                                  "larger than 1 MiB. Both can be read in the details.");
    return comparison;
}

} // namespace

EventComparer::EventComparer(const EventIndex &index, Archive &archive, QObject *parent)
    : QObject(parent), m_index(index), m_archive(archive)
{
    connect(&archive, &Archive::eventLoaded, this, &EventComparer::take);
    connect(&archive, &Archive::eventMissing, this, &EventComparer::miss);
}

void EventComparer::compare(qint64 one, qint64 other)
{
    m_job.cancel();
    m_left.reset();
    m_right.reset();
    m_leftId = std::min(one, other);
    m_rightId = std::max(one, other);
    m_archive.loadEvent(m_leftId);
    m_archive.loadEvent(m_rightId);
}

void EventComparer::compareWithPrevious(qint64 id)
{
    m_leftId = 0;
    const std::optional<quint32> position = m_index.positionOf(id);
    const TermId subject = position ? m_index.term(TermColumn::Subject, *position) : 0;
    if (subject == 0)
        return fail(tr("This event does not say what it is about, so none before it is known."));
    m_job.start([this, snapshot = m_index.snapshot(), subject,
                 id](const std::atomic_bool &cancelled) -> LatestJob::Deliver {
        const qint64 previous = previousOf(snapshot, subject, id, cancelled);
        return [this, previous, id] {
            if (previous == 0)
                fail(tr("There is no earlier event about the same subject."));
            else
                compare(previous, id);
        };
    });
}

void EventComparer::take(const StoredEvent &event)
{
    if (m_leftId == 0 || (event.id != m_leftId && event.id != m_rightId))
        return;
    (event.id == m_leftId ? m_left : m_right) = event;
    if (m_leftId == m_rightId)
        m_right = m_left;
    if (!m_left || !m_right)
        return;
    m_leftId = 0;
    m_job.start([this, left = *m_left, right = *m_right](const std::atomic_bool &) {
        const auto comparison = std::make_shared<EventComparison>(comparisonOf(left, right));
        return LatestJob::Deliver([this, comparison] { emit compared(*comparison); });
    });
}

void EventComparer::miss(qint64 id)
{
    if (m_leftId != 0 && (id == m_leftId || id == m_rightId))
        fail(tr("One of the events is not in the store any more."));
}

void EventComparer::fail(const QString &problem)
{
    m_leftId = 0;
    EventComparison comparison;
    comparison.problem = problem;
    emit compared(comparison);
}

} // namespace models
