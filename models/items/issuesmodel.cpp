// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/issuesmodel.h"

#include "models/boards/boardkeeper.h"
#include "models/boards/triagedesk.h"
#include "models/index/eventindex.h"
#include "models/items/eventtext.h"
#include "models/items/issuetext.h"

#include <QLocale>

#include <algorithm>
#include <limits>

namespace models {

namespace {

constexpr qint64 last = std::numeric_limits<qint64>::max();

qint64 number(const std::optional<Instant> &time)
{
    return time ? qint64(time->time_since_epoch().count()) : last;
}

QString timeText(const std::optional<Instant> &time)
{
    return time ? shortTime(*time, now()) : QString();
}

QString spanText(const std::optional<std::chrono::milliseconds> &span)
{
    return span ? spanWords(*span) : QString();
}

} // namespace

IssuesModel::IssuesModel(BoardKeeper &keeper, const TriageDesk &desk, const EventIndex &index,
                         QObject *parent)
    : BoardModel(parent), m_keeper(keeper), m_desk(desk), m_index(index)
{
    connect(&keeper, &BoardKeeper::changed, this, &IssuesModel::takeBoards);
    connect(&desk, &TriageDesk::changed, this, &IssuesModel::takeTriage);
    m_moment = now();
    markSubjects(desk.board().subjects());
    rebuild();
}

int IssuesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant IssuesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section >= ColumnCount)
        return {};
    switch (Column(section)) {
    case Title:
        return tr("Issue");
    case Level:
        return tr("Severity");
    case PortalStatus:
        return tr("Portal status");
    case OurState:
        return tr("Our state");
    case AssetName:
        return tr("Asset");
    case Group:
        return tr("Asset group");
    case Policy:
        return tr("Policy");
    case FirstSeen:
        return tr("First seen");
    case Opened:
        return tr("Opened");
    case Closed:
        return tr("Closed");
    case Age:
        return tr("Age");
    case TimeToFix:
        return tr("Time to fix");
    case Reopened:
        return tr("Reopened");
    case Regression:
        return tr("Back again");
    case Due:
        return tr("Due");
    case Assignee:
        return tr("Assigned to");
    case Events:
        return tr("Events");
    case ColumnCount:
        break;
    }
    return {};
}

quint32 IssuesModel::places() const
{
    return board().size();
}

const IssueBoard &IssuesModel::board() const
{
    return m_keeper.boards().issues();
}

const DictionaryView &IssuesModel::terms() const
{
    return m_index.terms();
}

bool IssuesModel::shows(quint32 place) const
{
    return !m_filter || m_filter(place, board().digest(place), markAt(place));
}

BoardModel::Key IssuesModel::key(quint32 place, int column) const
{
    const IssueState &state = board().state(place);
    const IssueDigest &digest = board().digest(place);
    const auto text = [](TermId term) { return Key { qint64(term), true }; };
    const auto known = [](qint64 time) { return Key { time == 0 ? last : time }; };
    switch (Column(column)) {
    case Title:
        return text(board().facts(place).title);
    case AssetName:
        return text(board().facts(place).asset);
    case Group:
        return text(digest.group);
    case Policy:
        return text(digest.policy);
    case Level:
        return { int(digest.severity) };
    case PortalStatus:
        return text(board().word(place).statusWord);
    case OurState:
        return { int(markAt(place).standing) };
    case Reopened:
        return { state.timesReopened };
    case Regression:
        return { state.occurrence };
    case Events:
        return { qint64(state.events) };
    case FirstSeen:
        return { state.firstSeen };
    case Opened:
        return known(state.opened);
    case Closed:
        return known(state.closed);
    case Age: // grows for all alike, so that the order stays: youngest first
        return { digest.isOpen() ? -digest.openSince : last };
    case TimeToFix: {
        const auto taken = board().issue(place).timeToFix();
        return { taken ? qint64(taken->count()) : last };
    }
    case Due:
        return { number(m_policy.dueAt(digest)) };
    case Assignee: {
        const auto assigned = m_desk.board().state(state.subject).assigned;
        // By who it is, not by name: names are no terms. Those of one person are together.
        return { assigned && !assigned->to.isEmpty() ? qint64(qHash(assigned->to, 1) >> 1) : last };
    }
    case ColumnCount:
        break;
    }
    return {};
}

QVariant IssuesModel::cell(quint32 place, int column, int role) const
{
    const Issue issue = board().issue(place);
    switch (role) {
    case Qt::DisplayRole:
        return cellText(place, issue, column);
    case Qt::ToolTipRole:
        if (column == OurState)
            return conflictText(judgementOf(place));
        if (column == Regression)
            return regressionText(issue, board().earlierFixes(place), now());
        return cellText(place, issue, column);
    case EventRole:
        return issue.newestEvent;
    case SeverityRole:
        return int(issue.facts.severity);
    case StatusRole:
        return int(issue.status);
    case StandingRole:
        return int(judgementOf(place).standing);
    case ConflictRole:
        return conflictText(judgementOf(place));
    case OverdueRole:
        return m_policy.isOverdue(issue, now());
    case SubjectRole:
        return m_index.text(issue.subject);
    default:
        return {};
    }
}

QString IssuesModel::cellText(quint32 place, const Issue &issue, int column) const
{
    const auto term = [this](TermId id) { return singleLine(m_index.text(id)); };
    const auto count = [](int number) {
        return number == 0 ? QString() : QLocale().toString(number);
    };
    switch (Column(column)) {
    case Title:
        return term(issue.facts.title);
    case Level:
        return issue.facts.severityWord == 0
                ? severityText(issue.facts.severity)
                : singleLine(wordText(m_index.text(issue.facts.severityWord)));
    case PortalStatus:
        return issue.statusWord == 0 ? statusText(issue.status)
                                     : singleLine(wordText(m_index.text(issue.statusWord)));
    case OurState:
        return stateText(place);
    case AssetName:
        return term(issue.facts.asset);
    case Group:
        return term(issue.facts.group);
    case Policy:
        return term(issue.facts.policy);
    case FirstSeen:
        return timeText(issue.firstSeen);
    case Opened:
        return timeText(issue.opened);
    case Closed:
        return timeText(issue.closed);
    case Age:
        return spanText(issue.age(now()));
    case TimeToFix:
        return spanText(issue.timeToFix());
    case Reopened:
        return count(issue.timesReopened);
    case Regression:
        return issue.isRegression() ? QString(QChar(0x00d7) % QLocale().toString(issue.occurrence))
                                    : QString();
    case Due:
        return dueText(issue, m_policy, now());
    case Assignee: {
        const auto assigned = m_desk.board().state(issue.subject).assigned;
        return assigned ? singleLine(assigned->to) : QString();
    }
    case Events:
        return count(issue.events);
    case ColumnCount:
        break;
    }
    return {};
}

QString IssuesModel::stateText(quint32 place) const
{
    const TriageJudgement judgement = judgementOf(place);
    const QString state = standingText(judgement.standing);
    return judgement.isConflict() ? QString(state % u" (!)") : state;
}

TriageJudgement IssuesModel::judgementOf(quint32 place) const
{
    return judgement(place, now());
}

TriageJudgement IssuesModel::judgement(quint32 place, Instant moment) const
{
    const TermId subject = board().state(place).subject;
    if (!m_desk.board().knows(subject))
        return {};
    return judge(m_desk.board().state(subject), board().moments(place), moment);
}

TriageMark IssuesModel::markAt(quint32 place) const
{
    return place < m_marks.size() ? m_marks[place] : TriageMark();
}

void IssuesModel::markSubjects(const QList<TermId> &subjects)
{
    for (const TermId subject : subjects) {
        const auto place = board().placeOf(subject);
        if (!place)
            continue;
        if (m_marks.size() <= *place)
            m_marks.resize(board().size());
        const TriageJudgement judged = judgement(*place, m_moment);
        m_marks[*place] = { judged.standing, judged.isConflict() };
    }
}

Issue IssuesModel::issueAt(int row) const
{
    return board().issue(placeAt(row));
}

} // namespace models
