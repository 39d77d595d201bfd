// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/detail/issuewords.h"

#include "models/boards/issuefilter.h"
#include "models/index/eventindex.h"
#include "models/items/eventtext.h"
#include "models/items/issuetext.h"

#include <QCoreApplication>
#include <QLocale>

namespace views {

using Field = models::IssueField;

namespace {

struct IssueWords
{
    Q_DECLARE_TR_FUNCTIONS(IssueWords)
};

constexpr qsizetype longestFact = 500;

class FactList final
{
public:
    explicit FactList(const models::EventIndex &index) : m_index(index) { }

    void add(const QString &label, const QString &value)
    {
        if (!value.isEmpty())
            m_facts.append({ label, value, { {}, {}, value } });
    }
    /// Something that issues can be filtered by.
    void add(const QString &label, const QString &value, models::IssueValue ref)
    {
        if (!value.isEmpty())
            m_facts.append({ label, value, { {}, models::written(ref), value } });
    }
    void add(const QString &label, models::TermId term)
    {
        add(label, models::singleLine(m_index.text(term), longestFact));
    }
    void add(const QString &label, models::TermId term, models::IssueValue ref)
    {
        add(label, models::singleLine(m_index.text(term), longestFact), ref);
    }
    void add(const QString &label, const std::optional<models::Instant> &time)
    {
        if (time)
            add(label, models::longTime(*time));
    }
    void add(const QString &label, const std::optional<std::chrono::milliseconds> &span)
    {
        if (span)
            add(label, models::spanWords(*span));
    }
    QList<Fact> take() { return std::move(m_facts); }

private:
    const models::EventIndex &m_index;
    QList<Fact> m_facts;
};

QString acknowledgement(const models::TriageState &state)
{
    if (!state.acknowledged)
        return {};
    const models::TriageState::Acknowledged &known = *state.acknowledged;
    const QString who = models::singleLine(known.who);
    const QString when = models::longTime(known.at);
    const QString said = known.until
            ? IssueWords::tr("by %1 on %2, until %3").arg(who, when, models::longTime(*known.until))
            : IssueWords::tr("by %1 on %2").arg(who, when);
    return known.why.isEmpty() ? said : QString(said % u'\n' % models::multiLine(known.why));
}

} // namespace

QList<Fact> issueFacts(const models::Issue &issue, const models::TriageState &state,
                       const std::vector<models::Instant> &fixes,
                       const models::OverduePolicy &policy, const models::EventIndex &index,
                       models::Instant now)
{
    FactList facts(index);
    const QString due = models::dueText(issue, policy, now);
    if (policy.isOverdue(issue, now))
        facts.add(IssueWords::tr("Due"), due, { Field::Class, int(models::IssueClass::Overdue) });
    else
        facts.add(IssueWords::tr("Due"), due);
    const QString again = models::regressionText(issue, fixes, now);
    if (issue.isOpen())
        facts.add(IssueWords::tr("Back again"), again,
                  { Field::Class, int(models::IssueClass::BackAgain) });
    else
        facts.add(IssueWords::tr("Back again"), again);
    facts.add(IssueWords::tr("Age"), issue.age(now));
    facts.add(IssueWords::tr("Time to fix"), issue.timeToFix());
    facts.add(IssueWords::tr("Acknowledged"), acknowledgement(state));
    if (state.assigned)
        facts.add(IssueWords::tr("Assigned to"),
                  state.assigned->to.isEmpty() ? IssueWords::tr("Nobody")
                                               : models::singleLine(state.assigned->to));
    facts.add(IssueWords::tr("Asset"), issue.facts.asset, { Field::Asset, issue.facts.assetKey() });
    facts.add(IssueWords::tr("Asset group"), issue.facts.group,
              { Field::Group, issue.facts.group });
    facts.add(IssueWords::tr("Policy"), issue.facts.policy, { Field::Policy, issue.facts.policy });
    facts.add(IssueWords::tr("Rule type"), issue.facts.ruleType,
              { Field::Rule, issue.facts.ruleType });
    facts.add(IssueWords::tr("First seen"), std::optional(issue.firstSeen));
    facts.add(IssueWords::tr("Opened"), issue.opened);
    facts.add(IssueWords::tr("Opened again"), issue.reopened);
    facts.add(IssueWords::tr("Closed"), issue.closed);
    if (issue.timesReopened > 0)
        facts.add(IssueWords::tr("Times reopened"), QLocale().toString(issue.timesReopened));
    facts.add(IssueWords::tr("Id"), issue.subject);
    return facts.take();
}

} // namespace views
