// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/boards/naiveissues.h"

#include "models/index/filterwords.h"

#include <QDateTime>
#include <QTimeZone>

namespace tests {

namespace {

bool same(const QString &text, const QString &value)
{
    if (value.endsWith(QLatin1Char('*')))
        return !text.isEmpty() && text.toLower().startsWith(value.chopped(1).toLower());
    return text.toLower() == value.toLower();
}

bool stands(auto left, FilterNode::Relation relation, auto right)
{
    using Relation = FilterNode::Relation;
    return relation == Relation::Less           ? left < right
            : relation == Relation::Greater     ? left > right
            : relation == Relation::Is          ? left == right
            : relation == Relation::LessOrEqual ? left <= right
                                                : left >= right;
}

bool is(const World &world, quint32 place, const QString &word)
{
    const Issue issue = world.board.issue(place);
    const TriageJudgement ours =
            judge(world.triage.state(issue.subject), world.board.moments(place), world.now);
    const QString trait = word.toLower();
    if (trait == QLatin1String("open"))
        return issue.isOpen();
    if (trait == QLatin1String("closed"))
        return issue.closed.has_value();
    if (trait == QLatin1String("overdue"))
        return OverduePolicy().isOverdue(issue, world.now);
    if (trait == QLatin1String("reopened"))
        return issue.reopened.has_value();
    if (trait == QLatin1String("regression"))
        return issue.isRegression();
    if (trait == QLatin1String("new"))
        return ours.standing == Standing::New;
    if (trait == QLatin1String("acknowledged"))
        return ours.standing == Standing::Acknowledged;
    if (trait == QLatin1String("snoozed"))
        return ours.standing == Standing::Snoozed;
    if (trait == QLatin1String("conflict"))
        return ours.isConflict();
    return trait == QLatin1String("issue");
}

bool onDay(const std::optional<Instant> &time, const FilterNode &clause, const QString &value)
{
    const auto date = QDate::fromString(value.chopped(1), Qt::ISODate); // ends with Z
    return time
            && stands(QDateTime::fromMSecsSinceEpoch(time->time_since_epoch().count(),
                                                     QTimeZone::utc())
                              .date(),
                      clause.relation, date);
}

TermId textOf(Field field, const Issue &issue, const EventRow &newest)
{
    switch (field) {
    case Field::Title:
        return issue.facts.title;
    case Field::Asset:
        return issue.facts.asset;
    case Field::Group:
        return issue.facts.group;
    case Field::Policy:
        return issue.facts.policy;
    case Field::Subject:
        return issue.subject;
    case Field::AssetType:
        return issue.facts.assetType;
    case Field::HostedOn:
        return newest.hostedOn;
    default:
        return newest.discoveredVia;
    }
}

bool matches(const World &world, quint32 place, const FilterNode &node, const QString &value)
{
    const Issue issue = world.board.issue(place);
    const auto text = [&](TermId term) { return world.index.text(term); };
    const EventRow newest = world.index.row(*world.index.positionOf(issue.newestEvent));
    switch (node.field) {
    case Field::IssueIs:
        return is(world, place, value);
    case Field::Severity:
        return stands(issue.facts.severity, node.relation, *severityFromWord(value));
    case Field::Status:
        return same(QString(statusKey(issue.status)), value) || same(text(issue.statusWord), value);
    case Field::Family:
        return same(QString(familyKey(issue.facts.family)), value);
    case Field::Type:
        return text(newest.type).toLower().contains(QString(u"__" + value.toLower()));
    case Field::OpenAge:
        return issue.age(world.now)
                && stands(issue.age(world.now)->count(), node.relation,
                          value.chopped(1).toLongLong() * day);
    case Field::FirstSeen:
        return onDay(issue.firstSeen, node, value);
    case Field::Time:
        return onDay(issue.lastSeen, node, value);
    case Field::Opened:
        return onDay(issue.opened, node, value);
    case Field::Closed:
        return onDay(issue.closed, node, value);
    case Field::AssignedTo:
        return same(world.triage.state(issue.subject).assigned.value_or(TriageState::Assigned()).to,
                    value);
    case Field::Any:
        break;
    default:
        return same(text(textOf(node.field, issue, newest)), value);
    }
    for (const TermId term :
         { issue.facts.title, newest.text, issue.facts.asset, issue.facts.group, issue.facts.policy,
           newest.type, issue.subject, issue.facts.severityWord, issue.statusWord }) {
        if (text(term).toLower().contains(value.toLower()))
            return true;
    }
    return false;
}

} // namespace

bool naiveIssuePasses(const World &world, quint32 place, const FilterNode &node)
{
    const auto passes = [&](const auto &child) { return naiveIssuePasses(world, place, *child); };
    if (node.kind == FilterNode::Kind::Not)
        return !passes(node.children.front());
    if (node.kind == FilterNode::Kind::And)
        return std::all_of(node.children.begin(), node.children.end(), passes);
    if (node.kind == FilterNode::Kind::Or)
        return std::any_of(node.children.begin(), node.children.end(), passes);
    return std::any_of(node.values.begin(), node.values.end(),
                       [&](const QString &value) { return matches(world, place, node, value); });
}

QString randomIssueExpression(World &world, int depth)
{
    const auto one = [&world](const auto &list) {
        return list[qsizetype(world.stream.below(quint32(list.size())))];
    };
    if (depth == 0 || world.stream.below(3) == 0) {
        static const QStringList clauses =
                QStringLiteral(
                        "is:open is:closed is:overdue is:reopened is:regression is:new "
                        "is:acknowledged "
                        "is:snoozed is:conflict is:Open,snoozed is:overdue,regression "
                        "severity>=high "
                        "severity<MEDIUM severity:urgent,low status:open status:fixed,accepted "
                        "status:WONT_FIX status:unknown status:none family:violation "
                        "family:finding "
                        "type:policy_violation age>7d age<=20d age>=1d age<3d "
                        "first_seen<2023-12-01Z "
                        "time>=2023-12-01Z opened:2023-11-20Z opened<=2023-12-05Z "
                        "closed>2023-12-10Z "
                        "closed<2023-12-15Z assigned_to:alice assigned_to:b* assigned_to:\"\" "
                        "asset_type:* hosted_on:\"\" discovered_via:w* policy:* group:\"\" "
                        "certificate "
                        "URGENT violation asset-1 name policy zzz any:critical,tls subject:a*")
                        .split(u' ');
        const Issue some = world.board.issue(world.stream.below(world.board.size()));
        const auto exactly = [&](const char *field, TermId term) {
            return QString(QLatin1String(field) + QLatin1Char(':')
                           + writtenValue(literalValue(world.index.text(term))));
        };
        const QStringList own { exactly("title", some.facts.title),
                                exactly("asset", some.facts.asset),
                                exactly("group", some.facts.group),
                                exactly("policy", some.facts.policy),
                                exactly("subject", some.subject) };
        return world.stream.below(4) == 0 ? one(own) : one(clauses);
    }
    const QString left = randomIssueExpression(world, depth - 1);
    const QString right = randomIssueExpression(world, depth - 1);
    switch (world.stream.below(3)) {
    case 0:
        return QStringLiteral("-(%1)").arg(left);
    case 1:
        return QStringLiteral("(%1 or %2)").arg(left, right);
    default:
        return QStringLiteral("(%1 %2)").arg(left, right);
    }
}

} // namespace tests
