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
    return m_keeper.boards().issues().size();
}

const DictionaryView &IssuesModel::terms() const
{
    return m_index.terms();
}

bool IssuesModel::shows(quint32 place) const
{
    return !m_filter || m_filter(m_keeper.boards().issues().issue(place), judgementOf(place));
}

BoardModel::Key IssuesModel::key(quint32 place, int column) const
{
    const IssueBoard &board = m_keeper.boards().issues();
    const IssueFacts &facts = board.facts(place);
    const auto text = [](TermId term) { return Key { qint64(term), true }; };
    switch (Column(column)) {
    case Title:
        return text(facts.title);
    case AssetName:
        return text(facts.asset);
    case Group:
        return text(facts.group);
    case Policy:
        return text(facts.policy);
    case Level:
        return { int(facts.severity) };
    case PortalStatus:
        return text(board.word(place).statusWord);
    case OurState:
        return { int(judgementOf(place).standing) };
    case Reopened:
        return { board.state(place).timesReopened };
    case Regression:
        return { board.state(place).occurrence };
    case Events:
        return { qint64(board.state(place).events) };
    default:
        break;
    }
    const Issue issue = board.issue(place);
    switch (Column(column)) {
    case FirstSeen:
        return { number(issue.firstSeen) };
    case Opened:
        return { number(issue.opened) };
    case Closed:
        return { number(issue.closed) };
    case Age: // grows for all alike, so that the order stays: youngest first
        return { issue.isOpen() ? -number(issue.openSince()) : last };
    case TimeToFix:
        return { issue.timeToFix() ? qint64(issue.timeToFix()->count()) : last };
    case Due:
        return { number(m_policy.dueAt(issue)) };
    case Assignee: {
        const auto assigned = m_desk.board().state(issue.subject).assigned;
        // By who it is, not by name: names are no terms. Those of one person are together.
        return { assigned && !assigned->to.isEmpty() ? qint64(qHash(assigned->to, 1) >> 1) : last };
    }
    default:
        return {};
    }
}

QVariant IssuesModel::cell(quint32 place, int column, int role) const
{
    const Issue issue = m_keeper.boards().issues().issue(place);
    switch (role) {
    case Qt::DisplayRole:
        return cellText(place, issue, column);
    case Qt::ToolTipRole:
        if (column == OurState)
            return conflictText(judgementOf(place));
        if (column == Regression)
            return regressionText(issue, m_keeper.boards().issues().earlierFixes(place), now());
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
    const IssueBoard &board = m_keeper.boards().issues();
    const TermId subject = board.state(place).subject;
    if (!m_desk.board().knows(subject))
        return {};
    return judge(m_desk.board().state(subject), board.moments(place), now());
}

Issue IssuesModel::issueAt(int row) const
{
    return m_keeper.boards().issues().issue(placeAt(row));
}

void IssuesModel::setFilter(const Filter &filter)
{
    m_filter = filter;
    rebuild();
}

void IssuesModel::setPolicy(const OverduePolicy &policy)
{
    if (m_policy == policy)
        return;
    m_policy = policy;
    rebuild();
    emit countsChanged();
}

void IssuesModel::refreshTimes()
{
    std::vector<quint32> touched;
    for (const TermId subject : m_desk.board().subjects()) {
        if (const auto place = m_keeper.boards().issues().placeOf(subject))
            touched.push_back(*place);
    }
    update(touched);
    if (rowCount() > 0)
        emit dataChanged(index(0, Age), index(rowCount() - 1, Due));
    emit countsChanged();
}

void IssuesModel::forEach(
        const std::function<void(const Issue &, const TriageJudgement &)> &look) const
{
    for (quint32 place = 0; place < places(); ++place)
        look(m_keeper.boards().issues().issue(place), judgementOf(place));
}

IssueCounts IssuesModel::counts() const
{
    IssueCounts counts;
    const IssueBoard &board = m_keeper.boards().issues();
    const Instant moment = now();
    for (quint32 place = 0; place < board.size(); ++place) {
        const IssueState &state = board.state(place);
        const bool closed = state.phase == IssuePhase::Closed;
        counts.fixed += closed && state.status == Status::Fixed ? 1 : 0;
        counts.accepted += closed && state.status == Status::Accepted ? 1 : 0;
        if (state.phase != IssuePhase::Open)
            continue;
        ++counts.open;
        counts.regressions += state.occurrence > 1 ? 1 : 0;
        counts.overdue += m_policy.isOverdue(board.issue(place), moment) ? 1 : 0;
    }
    counts.all = int(board.size());
    for (const TermId subject : m_desk.board().subjects()) {
        const auto place = board.placeOf(subject);
        counts.conflicts += place && judgementOf(*place).isConflict() ? 1 : 0;
    }
    return counts;
}

void IssuesModel::takeBoards(const BoardChanges &changes)
{
    update(changes.issues);
    emit countsChanged();
}

void IssuesModel::takeTriage(const QList<TermId> &subjects)
{
    std::vector<quint32> touched;
    for (const TermId subject : subjects) {
        if (const auto place = m_keeper.boards().issues().placeOf(subject))
            touched.push_back(*place);
    }
    std::sort(touched.begin(), touched.end());
    touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
    update(touched);
    emit countsChanged();
}

} // namespace models
