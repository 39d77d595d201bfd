// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pages/issueswords.h"

#include "models/items/eventtext.h"
#include "models/items/issuefacet.h"
#include "models/items/issuetext.h"
#include "views/pages/boardwords.h"

#include <QCoreApplication>
#include <QLocale>

namespace views {

namespace {

struct IssuesWords
{
    Q_DECLARE_TR_FUNCTIONS(IssuesWords)
};

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

EmptyState::Content noIssueMatches(const models::IssueFilter &filter)
{
    QStringList chosen;
    if (!filter.text.isEmpty())
        chosen += IssuesWords::tr("Text: %1").arg(models::singleLine(filter.text, 80));
    QStringList classes;
    for (int which = 0; which < models::issueClassCount; ++which) {
        if (filter.classes.has(which))
            classes += models::issueClassText(models::IssueClass(which));
    }
    if (!classes.isEmpty())
        chosen += IssuesWords::tr("State: %1").arg(classes.join(QStringLiteral(", ")));
    if (!filter.severities.isEmpty())
        chosen += IssuesWords::tr("Severity");
    if (!filter.standings.isEmpty())
        chosen += IssuesWords::tr("Our state");
    if (!filter.groups.isEmpty())
        chosen += IssuesWords::tr("Asset group");
    return { QLatin1String("search"), IssuesWords::tr("No issue matches"),
             chosen.join(QStringLiteral("\n")), IssuesWords::tr("Show all issues") };
}

QString sameRuleWords(int assets)
{
    return assets == 1 ? IssuesWords::tr("Open on another asset")
                       : IssuesWords::tr("Open on %1 other assets").arg(QLocale().toString(assets));
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
