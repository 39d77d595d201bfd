// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/eventindex.h"

#include <algorithm>
#include <utility>

namespace models {

EventIndex::EventIndex(QObject *parent) : QObject(parent) { }

EventIndex::~EventIndex() = default;

const Segment &EventIndex::segmentOf(quint32 position) const
{
    const std::size_t segment = position / Segment::capacity;
    return segment < m_sealed.size() ? *m_sealed[segment].segment : *m_writer.view().segment;
}

void EventIndex::append(const EventBatch &batch)
{
    add(batch);
    announce();
}

void EventIndex::add(const EventBatch &batch)
{
    learn(batch.terms);

    for (const EventRow &row : batch.rows) {
        const bool outside =
                m_order.empty() || row.id > m_order.highest() || row.id < m_order.lowest();
        if (!outside && positionOf(row.id))
            continue;
        if (m_writer.full()) {
            m_sealed.push_back(m_writer.seal(m_dictionary.view()));
            m_facets.seal();
        }
        m_writer.append(row);
        m_order.add(row.id, m_rows);
        m_facets.addLast(m_writer.view());
        ++m_rows;
    }

    for (const Repeat &repeat : batch.repeats) {
        Repeated &repeated = m_repeats[repeat.event];
        // Repeats of an event come in ascending order; one seen before is not counted again.
        if (repeated.count > 0 && repeat.id <= repeated.newestRepeat)
            continue;
        ++repeated.count;
        repeated.newestRepeat = repeat.id;
        repeated.last = std::max(repeated.last, repeat.received);
        const std::optional<quint32> position = positionOf(repeat.event);
        if (position && *position < m_announced)
            m_touched.append(*position);
    }
}

void EventIndex::learn(const std::vector<Term> &terms)
{
    for (const Term &term : terms)
        m_dictionary.add(term);
}

void EventIndex::announce()
{
    const quint32 first = std::exchange(m_announced, m_rows);
    const QList<quint32> touched = std::exchange(m_touched, {});
    if (m_rows != first)
        emit appended(first, m_rows - first);
    if (!touched.isEmpty())
        emit repeated(touched);
}

std::vector<SegmentView> EventIndex::segments() const
{
    std::vector<SegmentView> segments;
    segments.reserve(m_sealed.size() + 1);
    segments = m_sealed;
    if (m_writer.view().rows > 0)
        segments.push_back(m_writer.view());
    return segments;
}

IndexSnapshot EventIndex::snapshot() const
{
    IndexSnapshot snapshot;
    snapshot.segments = segments();
    snapshot.rows = m_rows;
    snapshot.terms = m_dictionary.view();
    snapshot.order = m_order;
    snapshot.totals = m_facets.totals();
    snapshot.numbers = m_facets.numbers();
    snapshot.read = m_read;
    snapshot.standings = m_standings;
    return snapshot;
}

void EventIndex::setRead(const IdSet &read)
{
    m_read = read;
    emit readChanged();
}

void EventIndex::setStandings(std::shared_ptr<const Standings> standings)
{
    m_standings = std::move(standings);
    m_facets.setStandings(m_standings, segments());
    emit standingsChanged();
}

std::optional<quint32> EventIndex::positionOf(qint64 id) const
{
    return m_order.positionOf(id, [this](quint32 position) { return this->id(position); });
}

qint64 EventIndex::id(quint32 position) const
{
    return segmentOf(position).ids[position % Segment::capacity];
}

Instant EventIndex::received(quint32 position) const
{
    return Instant(
            std::chrono::milliseconds(segmentOf(position).received[position % Segment::capacity]));
}

Instant EventIndex::time(quint32 position) const
{
    return Instant(
            std::chrono::milliseconds(segmentOf(position).times[position % Segment::capacity]));
}

Severity EventIndex::severity(quint32 position) const
{
    return static_cast<Severity>(segmentOf(position).severities[position % Segment::capacity]);
}

Status EventIndex::status(quint32 position) const
{
    return static_cast<Status>(segmentOf(position).statuses[position % Segment::capacity]);
}

Family EventIndex::family(quint32 position) const
{
    return static_cast<Family>(segmentOf(position).families[position % Segment::capacity]);
}

TermId EventIndex::term(TermColumn column, quint32 position) const
{
    return segmentOf(position).term(column, position % Segment::capacity);
}

EventRow EventIndex::row(quint32 position) const
{
    EventRow row;
    row.id = id(position);
    row.received = received(position).time_since_epoch().count();
    row.time = time(position).time_since_epoch().count();
    for (std::size_t i = 0; i < termColumnCount; ++i) {
        const auto column = static_cast<TermColumn>(i);
        row.*termMember(column) = term(column, position);
    }
    row.family = family(position);
    row.severity = severity(position);
    row.status = status(position);
    return row;
}

QString EventIndex::text(TermId term) const
{
    return QString::fromUtf8(m_dictionary.utf8(term));
}

int EventIndex::deliveries(qint64 id) const
{
    const auto found = m_repeats.constFind(id);
    return found == m_repeats.constEnd() ? 1 : 1 + found->count;
}

Instant EventIndex::lastReceived(quint32 position) const
{
    const auto found = m_repeats.constFind(id(position));
    const Instant first = received(position);
    if (found == m_repeats.constEnd())
        return first;
    return std::max(first, Instant(std::chrono::milliseconds(found->last)));
}

} // namespace models
