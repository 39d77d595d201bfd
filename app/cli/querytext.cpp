// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/querytext.h"

#include <QCoreApplication>

#include <algorithm>

namespace app {

using models::Failure;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(QueryText)
};

/// A line of the query about its wrong part, and a line of carets below that.
QString pointedAt(const QString &query, const models::Filter::Problem &problem)
{
    constexpr qsizetype before = 40; // characters that are shown
    constexpr qsizetype width = 76;
    const qsizetype from = std::max<qsizetype>(0, problem.position - before);
    QString line = query.mid(from, width);
    for (QChar &c : line) {
        if (!c.isPrint())
            c = QLatin1Char(' ');
    }
    const qsizetype at = problem.position - from;
    const qsizetype length =
            std::clamp<qsizetype>(problem.length, 1, std::max<qsizetype>(1, line.size() - at));
    const QString start = from > 0 ? QStringLiteral("…") : QString();
    const QString end = from + width < query.size() ? QStringLiteral("…") : QString();
    return QStringLiteral("  %1%2%3\n  %4%5")
            .arg(start, line, end, QString(start.size() + at, QLatin1Char(' ')),
                 QString(length, QLatin1Char('^')));
}

QString meant(QString query, const models::Filter::Edit &fix)
{
    query.replace(fix.position, fix.length, fix.text);
    return query.size() > 200 ? QString() : query.trimmed();
}

Failure failure(const QString &text, const models::Filter::Problem &problem)
{
    QString words = Words::tr("The query is wrong at character %1: %2\n%3")
                            .arg(problem.position + 1)
                            .arg(problem.text, pointedAt(text, problem));
    const QString fixed = problem.fix ? meant(text, *problem.fix) : QString();
    if (!fixed.isEmpty())
        words += Words::tr("\nPerhaps you mean: %1").arg(fixed);
    return Failure { words };
}

} // namespace

models::Result<Query> readQuery(const QString &text)
{
    Query query;
    models::Filter::Parsed parsed = models::Filter::parse(text);
    if (parsed.namesIssues) {
        query.scope = models::FilterScope::Issues;
        parsed = models::Filter::parse(text, query.scope);
    }
    if (!parsed.filter)
        return failure(text, parsed.problem);
    query.filter = std::move(*parsed.filter);
    return query;
}

models::Result<models::Filter> readEventQuery(const QString &text)
{
    models::Filter::Parsed parsed = models::Filter::parse(text);
    if (!parsed.filter)
        return failure(text, parsed.problem);
    return std::move(*parsed.filter);
}

} // namespace app
