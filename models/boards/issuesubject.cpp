// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/boards/issuesubject.h"

#include "models/index/eventindex.h"

#include <algorithm>

namespace models {

namespace {

TermId subjectAt(const EventIndex &index, quint32 position)
{
    return tellsOfIssue(index.family(position)) ? index.term(TermColumn::Subject, position) : 0;
}

/// By subject the newest event among those at the positions; 0 where there is none.
std::vector<quint32> newestAmong(const EventIndex &index, const std::vector<quint32> &positions)
{
    std::vector<quint32> newest;
    for (const quint32 position : positions) {
        const TermId subject = subjectAt(index, position);
        if (subject == 0)
            continue;
        if (subject >= newest.size())
            newest.resize(std::size_t(subject) + 1);
        newest[subject] = std::max(newest[subject], quint32(index.id(position)));
    }
    return newest;
}

std::vector<qint64> eventsIn(const std::vector<quint32> &newest)
{
    std::vector<qint64> events;
    std::copy_if(newest.begin(), newest.end(), std::back_inserter(events),
                 [](quint32 event) { return event != 0; });
    return events;
}

/// Takes the later events of the subjects that have one already.
void takeLater(const SegmentView &view, std::vector<quint32> &newest)
{
    const Segment &segment = *view.segment;
    const Segment::Codes &subjects = segment.column(TermColumn::Subject);
    for (quint32 row = 0; row < view.rows; ++row) {
        const TermId subject = subjects.terms[subjects.codes[row]];
        if (subject >= newest.size() || newest[subject] == 0 || segment.ids[row] <= newest[subject])
            continue;
        if (tellsOfIssue(static_cast<Family>(segment.families[row])))
            newest[subject] = segment.ids[row];
    }
}

} // namespace

TermId issueSubject(const EventIndex &index, qint64 event)
{
    const std::optional<quint32> position = index.positionOf(event);
    return position ? subjectAt(index, *position) : 0;
}

bool isOfIssue(const EventIndex &index, quint32 position)
{
    return subjectAt(index, position) != 0;
}

std::vector<qint64> oneOfEachIssue(const EventIndex &index, const std::vector<quint32> &positions)
{
    return eventsIn(newestAmong(index, positions));
}

std::vector<qint64> newestOfIssues(const EventIndex &index, const std::vector<quint32> &positions)
{
    std::vector<quint32> newest = newestAmong(index, positions);
    if (newest.empty())
        return {};
    for (const SegmentView &view : index.snapshot().segments)
        takeLater(view, newest);
    return eventsIn(newest);
}

std::vector<qint64> newestOfIssues(const EventIndex &index, const std::vector<qint64> &events)
{
    std::vector<quint32> positions;
    std::vector<qint64> others;
    for (const qint64 event : events) {
        const std::optional<quint32> position = index.positionOf(event);
        if (position && subjectAt(index, *position) != 0)
            positions.push_back(*position);
        else
            others.push_back(event);
    }
    std::vector<qint64> newest = newestOfIssues(index, positions);
    newest.insert(newest.end(), others.begin(), others.end());
    return newest;
}

} // namespace models
