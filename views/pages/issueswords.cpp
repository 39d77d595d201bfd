// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/issueswords.h"

#include "models/items/eventtext.h"
#include "views/pages/boardwords.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <iterator>

namespace views {

namespace {

struct IssuesWords
{
    Q_DECLARE_TR_FUNCTIONS(IssuesWords)
};

/// "Without “Severity: Urgent” and “certificate” there are 3 issues".
QString wayText(const models::IssueWay &way, const QList<models::IssueClause> &clauses)
{
    const qsizetype longest = way.parts.size() > 1 ? 40 : 60;
    QStringList parts;
    for (const models::IssueClause &clause : clauses) {
        if (way.parts.has(clause.part))
            parts += IssuesWords::tr("“%1”").arg(models::singleLine(clause.text, longest));
    }
    const QString without = parts.join(IssuesWords::tr(" and "));
    return way.issues == 1 ? IssuesWords::tr("Without %1 there is 1 issue").arg(without)
                           : IssuesWords::tr("Without %1 there are %2 issues")
                                     .arg(without, QLocale().toString(way.issues));
}

} // namespace

EmptyState::Content noIssues()
{
    return { QLatin1String("issues"),
             IssuesWords::tr("No issue yet"),
             IssuesWords::tr("A violation or finding shows up here with its first event, and keeps "
                             "one row from then on, whatever becomes of it. The feed tells changes "
                             "only: what was open before is not known until it changes."),
             {} };
}

std::vector<models::IssueWay> waysOut(const QList<models::IssueClause> &clauses,
                                      const models::IssueTally &tally)
{
    models::SmallSet all;
    for (const models::IssueClause &clause : clauses)
        all.set(clause.part);
    std::vector<models::IssueWay> ways;
    std::copy_if(tally.ways.begin(), tally.ways.end(), std::back_inserter(ways),
                 [all](const models::IssueWay &way) {
                     // The counts may be of a filter before.
                     return way.parts != all && (way.parts.bits() & ~all.bits()) == 0;
                 });
    return ways;
}

EmptyState::Content noIssueMatches(const QList<models::IssueClause> &clauses,
                                   const models::IssueTally &tally)
{
    QStringList chosen;
    for (const models::IssueClause &clause : clauses)
        chosen += clause.text;
    QStringList offers;
    for (const models::IssueWay &way : waysOut(clauses, tally))
        offers += wayText(way, clauses);
    return { QLatin1String("search"), IssuesWords::tr("No issue matches"),
             chosen.join(QStringLiteral("\n")), IssuesWords::tr("Show all issues"), offers };
}

QString sameRuleWords(const models::IssueRelations &relations)
{
    const int issues = int(relations.sameRule.size());
    if (issues == 0)
        return {};
    const QLocale locale;
    if (issues > relations.ruleAssets)
        return IssuesWords::tr("Same rule: %1 open on other assets").arg(locale.toString(issues));
    return issues == 1
            ? IssuesWords::tr("Same rule: open on another asset")
            : IssuesWords::tr("Same rule: open on %1 other assets").arg(locale.toString(issues));
}

QString sameAssetWords(const models::IssueRelations &relations, bool isOpen)
{
    const int issues = int(relations.sameAsset.size()) + (isOpen ? 1 : 0);
    if (relations.sameAsset.empty())
        return {};
    return isOpen
            ? IssuesWords::tr("Same asset: all %1 open issues").arg(QLocale().toString(issues))
            : issues == 1
            ? IssuesWords::tr("Same asset: 1 open issue")
            : IssuesWords::tr("Same asset: %1 open issues").arg(QLocale().toString(issues));
}

QString issueCount(int shown, int all, const std::optional<models::Instant> &seenSince)
{
    const QLocale locale;
    const QString count = shown == all
            ? IssuesWords::tr("%1 issues").arg(locale.toString(all))
            : IssuesWords::tr("%1 of %2 issues").arg(locale.toString(shown), locale.toString(all));
    return countSince(count, seenSince);
}

} // namespace views
