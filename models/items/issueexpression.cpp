// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/issueexpression.h"

#include "models/index/filterwords.h"
#include "models/index/textcolumn.h"
#include "models/index/valuecounter.h"
#include "models/items/issuesmodel.h"

#include <QHash>

#include <algorithm>
#include <utility>

namespace models {

namespace {

/// Beyond this the rows cost less to make anew than to mend.
constexpr std::size_t mostStale = 20'000;

void makeUnique(std::vector<quint32> &places)
{
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
}

/// Whom the team gave issues to.
std::vector<ValueCount> countAssignees(const TriageBoard &triage, const QString &typed,
                                       std::size_t most, const std::atomic_bool &cancelled)
{
    QHash<QString, qint64> counts;
    for (const TermId subject : triage.subjects()) {
        if (cancelled)
            return {};
        const auto assigned = triage.state(subject).assigned;
        if (assigned && !assigned->to.isEmpty()
            && assigned->to.contains(typed, Qt::CaseInsensitive))
            ++counts[assigned->to];
    }
    std::vector<ValueCount> values;
    for (auto count = counts.cbegin(); count != counts.cend(); ++count)
        values.push_back({ literalValue(count.key()), count.value() });
    std::sort(values.begin(), values.end(), [](const ValueCount &a, const ValueCount &b) {
        return a.count != b.count ? a.count > b.count : a.value < b.value;
    });
    if (values.size() > most)
        values.resize(most);
    return values;
}

} // namespace

IssueExpression::IssueExpression(const IssuesModel &model, QObject *parent)
    : QObject(parent), m_model(model)
{
    connect(&model, &IssuesModel::issuesTouched, this, &IssueExpression::noteChanged);
    connect(&model, &IssuesModel::timesChanged, this, [this] {
        if (!m_filter.isEmpty())
            judgeAll();
    });
}

void IssueExpression::setFilter(const Filter &filter)
{
    if (m_filter == filter)
        return;
    m_filter = filter;
    if (!m_filter.isEmpty())
        return judgeAll();
    m_job.cancel();
    m_judged = m_filter;
    m_missed = {};
    m_changed.clear();
    dropRows();
    emit judged();
}

void IssueExpression::judgeAll()
{
    m_changed.clear();
    makeUnique(m_stale);
    if (m_stale.size() > mostStale)
        dropRows();
    const bool isNew = m_rows == nullptr;
    m_job.start([this, filter = m_filter, picture = m_model.picture(), known = m_rows,
                 stale = m_stale, isNew](const std::atomic_bool &cancelled) -> LatestJob::Deliver {
        const Rows rows = known ? known
                                : std::make_shared<const IndexSnapshot>(
                                        issueRows(picture.board, picture.events, cancelled));
        std::vector<ClauseSet> missed(picture.board.size(), all);
        const auto note = [&missed](quint32 place, ClauseSet clauses) { missed[place] = clauses; };
        IssueJudge judge(filter, picture.basis());
        IndexSnapshot withTexts = *rows;
        withTexts.terms = picture.events.terms; // and those that came since
        judge.run(withTexts, cancelled, note);
        if (!isNew)
            judge.run(issueRows(picture.board, picture.events, stale), cancelled, note);
        return [this, filter, missed = std::move(missed), rows, isNew]() mutable {
            take(filter, std::move(missed), rows, isNew);
        };
    });
    if (isNew)
        m_stale.clear(); // what changes from now on is not in the rows
}

void IssueExpression::take(const Filter &filter, std::vector<ClauseSet> missed, const Rows &rows,
                           bool isNew)
{
    if (isNew)
        m_rows = rows;
    const bool isOther = m_judged != filter;
    m_judged = filter;
    m_missed.swap(missed);
    if (isOther) {
        emit judged();
    } else {
        std::vector<quint32> others;
        for (quint32 place = 0; place < m_missed.size(); ++place) {
            if (place >= missed.size() || missed[place] != m_missed[place])
                others.push_back(place);
        }
        if (!others.empty())
            emit judgedAnew(others);
    }
    judgeChanged();
}

void IssueExpression::noteChanged(const std::vector<quint32> &places)
{
    if (m_filter.isEmpty())
        return;
    m_stale.insert(m_stale.end(), places.begin(), places.end());
    m_changed.insert(m_changed.end(), places.begin(), places.end());
    if (m_stale.size() > 8 * mostStale)
        makeUnique(m_stale);
    judgeChanged();
}

void IssueExpression::judgeChanged()
{
    if (m_job.busy() || m_changed.empty())
        return;
    makeUnique(m_changed);
    if (m_changed.size() > mostStale)
        return judgeAll();
    m_job.start([this, filter = m_filter, picture = m_model.picture(),
                 places = std::exchange(m_changed, {})](
                        const std::atomic_bool &cancelled) -> LatestJob::Deliver {
        std::vector<std::pair<quint32, ClauseSet>> answers;
        IssueJudge judge(filter, picture.basis());
        judge.run(issueRows(picture.board, picture.events, places), cancelled,
                  [&answers](quint32 place, ClauseSet clauses) {
                      answers.emplace_back(place, clauses);
                  });
        return [this, answers = std::move(answers)] {
            std::vector<quint32> others;
            for (const auto &[place, clauses] : answers) {
                if (place >= m_missed.size())
                    m_missed.resize(place + 1, all);
                if (std::exchange(m_missed[place], clauses) != clauses)
                    others.push_back(place);
            }
            if (!others.empty())
                emit judgedAnew(others);
            judgeChanged();
        };
    });
}

void IssueExpression::dropRows()
{
    m_rows.reset();
    m_stale = {};
}

FilterCompleter::Counter IssueExpression::counter() const
{
    return [picture = m_model.picture(), known = m_rows](const FilterContext &context,
                                                         std::size_t most,
                                                         const std::atomic_bool &cancelled) {
        if (context.field == Field::AssignedTo)
            return countAssignees(picture.triage, context.typed, most, cancelled);
        // Who counts the others looks through all acts, for three words that stand there anyway.
        if (!textColumn(context.field) && context.field != Field::Family)
            return std::vector<ValueCount>();
        // What changed since the rows were made hardly changes the counts.
        return countValues(known ? *known : issueRows(picture.board, picture.events, cancelled),
                           context.field, context.typed, most, cancelled);
    };
}

} // namespace models
