// SPDX-License-Identifier: GPL-3.0-or-later
// What an IssuesModel does when something else is asked, or something changed.
#include "models/boards/boardkeeper.h"
#include "models/boards/triagedesk.h"
#include "models/index/eventindex.h"
#include "models/items/issuesmodel.h"

#include <algorithm>

namespace models {

void IssuesModel::setFilter(const Filter &filter)
{
    m_filter = filter;
    filterAnew();
}

void IssuesModel::setPolicy(const OverduePolicy &policy)
{
    if (m_policy == policy)
        return;
    m_policy = policy;
    m_moment = now();
    rebuild();
    emit timesChanged();
    emit countsChanged();
}

void IssuesModel::refreshTimes()
{
    std::vector<quint32> touched;
    m_moment = now();
    const QList<TermId> subjects = m_desk.board().subjects();
    markSubjects(subjects);
    for (const TermId subject : subjects) {
        if (const auto place = board().placeOf(subject))
            touched.push_back(*place);
    }
    update(touched);
    if (rowCount() > 0)
        emit dataChanged(index(0, Age), index(rowCount() - 1, Due));
    emit timesChanged();
    emit countsChanged();
}

void IssuesModel::forEach(const Look &look) const
{
    for (quint32 place = 0; place < places(); ++place)
        look(place, board().digest(place), markAt(place));
}

IssueCounts IssuesModel::counts() const
{
    IssueCounts counts;
    forEach([&counts, this](quint32, const IssueDigest &issue, const TriageMark &mark) {
        counts.fixed += issue.isFixed() ? 1 : 0;
        counts.accepted += issue.isAccepted() ? 1 : 0;
        counts.open += issue.isOpen() ? 1 : 0;
        counts.regressions += issue.isOpen() && issue.isRegression ? 1 : 0;
        counts.overdue += m_policy.isOverdue(issue, m_moment) ? 1 : 0;
        counts.conflicts += mark.isConflict ? 1 : 0;
    });
    counts.all = int(places());
    return counts;
}

IssuePicture IssuesModel::picture() const
{
    return { board(), m_desk.board(), m_index.snapshot(), m_policy, m_moment };
}

void IssuesModel::lookAgain(const std::vector<quint32> &places)
{
    update(places);
    emit countsChanged();
}

void IssuesModel::takeBoards(const BoardChanges &changes)
{
    m_moment = now();
    QList<TermId> touched; // an event can end a snooze
    for (const quint32 place : changes.issues) {
        const TermId subject = board().state(place).subject;
        if (m_desk.board().knows(subject))
            touched.append(subject);
    }
    markSubjects(touched);
    emit issuesTouched(changes.issues);
    update(changes.issues);
    emit countsChanged();
}

void IssuesModel::takeTriage(const QList<TermId> &subjects)
{
    std::vector<quint32> touched;
    m_moment = now();
    markSubjects(subjects);
    for (const TermId subject : subjects) {
        if (const auto place = board().placeOf(subject))
            touched.push_back(*place);
    }
    std::sort(touched.begin(), touched.end());
    touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
    emit issuesTouched(touched);
    update(touched);
    emit countsChanged();
    if (subjects.size() < TriageDesk::actEvents)
        emit triaged();
}

} // namespace models
