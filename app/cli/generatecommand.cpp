// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/generatecommand.h"

#include "app/cli/console.h"
#include "models/sample/generator.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDate>
#include <QTimeZone>

namespace app {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("app::GenerateCommand", text);
}

/// Midnight UTC of an ISO date.
std::optional<models::Instant> midnight(const QString &text)
{
    const QDate date = QDate::fromString(text, Qt::ISODate);
    if (!date.isValid() || date.year() < 1970 || date.year() > 9999)
        return std::nullopt;
    const qint64 days = date.toJulianDay() - QDate(1970, 1, 1).toJulianDay();
    return models::Instant(std::chrono::days(days));
}

} // namespace

QString GenerateCommand::name() const
{
    return QStringLiteral("generate");
}

QString GenerateCommand::summary() const
{
    return tr("Writes realistic sample events of every type as JSON Lines.");
}

void GenerateCommand::declare(QCommandLineParser &parser) const
{
    parser.addOptions({
            { QStringLiteral("count"), tr("How many events to write."), tr("number") },
            { QStringLiteral("seed"),
              tr("Where chance begins: the same number gives the same bytes. Default: 1."),
              tr("number"), QStringLiteral("1") },
            { QStringLiteral("from"),
              tr("First day of the events, as 2024-11-01. Default: two years before --to."),
              tr("date") },
            { QStringLiteral("to"),
              tr("The events end at midnight UTC before this day. Default: 2026-11-01."),
              tr("date"), QStringLiteral("2026-11-01") },
    });
}

int GenerateCommand::run(const QCommandLineParser &parser, const QStringList &arguments)
{
    if (!arguments.isEmpty())
        return wrongUsage(tr("“%1” is not expected here.").arg(arguments.first()));
    bool ok = false;
    const qint64 count = parser.value(QStringLiteral("count")).toLongLong(&ok);
    if (!ok || count < 0)
        return wrongUsage(tr("--count needs the number of events."));
    const quint64 seed = parser.value(QStringLiteral("seed")).toULongLong(&ok);
    if (!ok)
        return wrongUsage(tr("--seed is a whole number from 0."));
    const auto to = midnight(parser.value(QStringLiteral("to")));
    if (!to)
        return wrongUsage(tr("--to is a day like 2026-11-01."));
    auto from = std::optional(*to - std::chrono::days(730));
    if (parser.isSet(QStringLiteral("from")))
        from = midnight(parser.value(QStringLiteral("from")));
    if (!from)
        return wrongUsage(tr("--from is a day like 2024-11-01."));
    if (*from >= *to)
        return wrongUsage(tr("--from must be before --to."));

    models::SampleGenerator generator(seed, *from, *to, count);
    Output out;
    for (qint64 i = 0; i < count && out.whole(); ++i)
        out.write(generator.next().append('\n'));
    if (!out.finish())
        return failed(tr("The events cannot be written: standard output is closed or full."));
    return exitstatus::done;
}

} // namespace app
