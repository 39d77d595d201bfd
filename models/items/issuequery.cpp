// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/issuequery.h"

#include "models/index/eventindex.h"
#include "models/index/textfold.h"
#include "models/items/issuesmodel.h"

#include <memory>
#include <utility>

namespace models {

namespace {

/// Whether an issue holds a text; each text of the dictionary is looked at once.
class TextTest final
{
public:
    TextTest(const EventIndex &index, const QString &text)
        : m_index(index), m_needle(foldText(text)), m_all(text.isEmpty())
    {
    }

    bool operator()(const Issue &issue)
    {
        if (m_all)
            return true;
        const IssueFacts &facts = issue.facts;
        for (const TermId term : { facts.title, facts.asset, facts.group, facts.policy,
                                   facts.severityWord, issue.statusWord, issue.subject }) {
            if (holds(term))
                return true;
        }
        return false;
    }

private:
    bool holds(TermId term)
    {
        const auto known = m_known.constFind(term);
        if (known != m_known.constEnd())
            return *known;
        const bool holds = m_needle.inFolded(foldText(m_index.text(term)));
        m_known.insert(term, holds);
        return holds;
    }

    const EventIndex &m_index;
    Needle m_needle;
    bool m_all;
    QHash<TermId, bool> m_known;
};

/// How issues were closed; each word of the dictionary is read once.
class ClosureWords final
{
public:
    explicit ClosureWords(const EventIndex &index) : m_index(index) { }

    Closure operator()(const Issue &issue)
    {
        if (!issue.isAccepted())
            return Closure::Other; // nobody asks
        const auto known = m_known.constFind(issue.statusWord);
        if (known != m_known.constEnd())
            return *known;
        const QString word = m_index.text(issue.statusWord);
        const Closure closure = closureFromWord(word);
        if (!word.isEmpty()) // else the dictionary does not hold it yet
            m_known.insert(issue.statusWord, closure);
        return closure;
    }

private:
    const EventIndex &m_index;
    QHash<TermId, Closure> m_known;
};

} // namespace

IssueQuery::IssueQuery(IssuesModel &model, const EventIndex &index, QObject *parent)
    : QObject(parent), m_model(model), m_index(index)
{
    m_filter.classes.set(IssueClass::Open);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (m_active && m_stale)
            count();
    });
    connect(&model, &IssuesModel::countsChanged, this, &IssueQuery::countLater);
    apply();
}

QString IssueQuery::text(TermId term) const
{
    return m_index.text(term);
}

void IssueQuery::setFilter(const IssueFilter &filter)
{
    if (m_filter == filter)
        return;
    m_filter = filter;
    apply();
    emit filterChanged();
    m_stale = true;
    if (m_active)
        count();
}

void IssueQuery::apply()
{
    const auto text = std::make_shared<TextTest>(m_index, m_filter.text);
    const auto closure = std::make_shared<ClosureWords>(m_index);
    m_model.setFilter([this, text, closure, filter = m_filter](const Issue &issue,
                                                               const TriageJudgement &judgement) {
        const SmallSet classes =
                classesOf(issue, (*closure)(issue), judgement, m_model.policy(), now());
        return missedParts(filter, issue, classes, judgement.standing).isEmpty() && (*text)(issue);
    });
}

void IssueQuery::setActive(bool active)
{
    m_active = active;
    if (m_active && m_stale)
        count();
}

void IssueQuery::countLater()
{
    m_stale = true;
    if (m_active && !m_pause.isActive())
        m_pause.start();
}

/// A value counts where all other parts of the filter hold.
void IssueQuery::count()
{
    IssueTally tally;
    TextTest text(m_index, m_filter.text);
    ClosureWords closure(m_index);
    const Instant moment = now();
    m_model.forEach([&](const Issue &issue, const TriageJudgement &judgement) {
        const SmallSet classes =
                classesOf(issue, closure(issue), judgement, m_model.policy(), moment);
        SmallSet missed = missedParts(m_filter, issue, classes, judgement.standing);
        if (missed.size() > 2)
            return;
        missed.set(issueTextPart, !text(issue));
        const bool isNear = missed.size() == 1;
        for (int part = 0; isNear && part < issuePartCount; ++part)
            tally.ways[size_t(part)] += missed.has(part) ? 1 : 0;
        // Whether all parts hold that are not of the field.
        const auto others = [missed](IssueField field) {
            SmallSet rest = missed;
            rest.set(issuePart(field, false), false);
            rest.set(issuePart(field, true), false);
            return rest.isEmpty();
        };
        if (others(IssueField::Class)) {
            for (int which = 0; which < issueClassCount; ++which)
                tally.classes[size_t(which)] += classes.has(which) ? 1 : 0;
        }
        if (others(IssueField::Severity))
            ++tally.severities[size_t(issue.facts.severity)];
        if (others(IssueField::Standing))
            ++tally.standings[size_t(judgement.standing)];
        if (others(IssueField::Group) && issue.facts.group != 0)
            ++tally.groups[issue.facts.group];
    });
    m_stale = false;
    m_pause.start();
    if (std::exchange(m_tally, tally) != tally)
        emit tallyChanged();
}

} // namespace models
