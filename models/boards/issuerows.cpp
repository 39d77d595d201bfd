// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/boards/issuerows.h"

namespace models {

namespace {

/// The texts and codes of an event; nothing where it is not loaded.
EventRow eventRow(const IndexSnapshot &events, qint64 id)
{
    EventRow row;
    const std::optional<quint32> position = events.positionOf(id);
    if (!position)
        return row;
    const Segment &segment = events.segmentOf(*position);
    const quint32 at = *position % Segment::capacity;
    // What issueRow() takes from elsewhere is not looked up.
    for (const TermColumn column : { TermColumn::Type, TermColumn::Product, TermColumn::Text,
                                     TermColumn::HostedOn, TermColumn::DiscoveredVia })
        row.*termMember(column) = segment.term(column, at);
    row.received = segment.received[at];
    return row;
}

class RowsOfIssues final
{
public:
    RowsOfIssues(const IssueBoard &board, const IndexSnapshot &events)
        : m_board(board), m_events(events)
    {
        m_rows.terms = events.terms;
    }

    void add(quint32 place)
    {
        if (m_writer.full())
            m_rows.segments.push_back(m_writer.seal(m_rows.terms));
        const Issue issue = m_board.issue(place);
        EventRow row = issueRow(issue, eventRow(m_events, issue.newestEvent));
        row.id = qint64(place) + 1;
        m_writer.append(row);
        ++m_rows.rows;
    }
    IndexSnapshot take()
    {
        constexpr quint32 few = 4096; // not worth the packing
        if (m_writer.view().rows > few)
            m_rows.segments.push_back(m_writer.seal(m_rows.terms));
        else if (m_writer.view().rows > 0)
            m_rows.segments.push_back(m_writer.view());
        return std::move(m_rows);
    }

private:
    const IssueBoard &m_board;
    const IndexSnapshot &m_events;
    IndexSnapshot m_rows;
    SegmentWriter m_writer;
};

} // namespace

TriageJudgement IssueBasis::judgementOf(quint32 place) const
{
    const TermId subject = board.state(place).subject;
    if (!triage.knows(subject))
        return {};
    return judge(triage.state(subject), board.moments(place), now);
}

EventRow issueRow(const Issue &issue, const EventRow &newest)
{
    EventRow row = newest;
    row.id = 0;
    row.time = issue.lastSeen.time_since_epoch().count();
    row.title = issue.facts.title;
    row.asset = issue.facts.asset;
    row.assetId = issue.facts.assetId;
    row.assetType = issue.facts.assetType;
    row.group = issue.facts.group;
    row.policy = issue.facts.policy;
    row.subject = issue.subject;
    row.severityWord = issue.facts.severityWord;
    row.statusWord = issue.statusWord;
    row.detail = issue.facts.ruleType;
    row.created = issue.facts.created;
    row.actor = 0;
    row.family = issue.facts.family;
    row.severity = issue.facts.severity;
    row.status = issue.status;
    return row;
}

IndexSnapshot issueRows(const IssueBoard &board, const IndexSnapshot &events,
                        const std::atomic_bool &cancelled)
{
    RowsOfIssues rows(board, events);
    for (quint32 place = 0; place < board.size() && !cancelled; ++place)
        rows.add(place);
    return rows.take();
}

IndexSnapshot issueRows(const IssueBoard &board, const IndexSnapshot &events,
                        const std::vector<quint32> &places)
{
    RowsOfIssues rows(board, events);
    for (const quint32 place : places)
        rows.add(place);
    return rows.take();
}

} // namespace models
