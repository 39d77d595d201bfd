// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/timeexamples.h"

#include <QCoreApplication>
#include <QDateTime>

namespace models {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(TimeExamples)
};

} // namespace

std::vector<TimeExample> timeExamples(Instant now, bool moments)
{
    std::vector<TimeExample> examples {
        { QStringLiteral("1h"), Words::tr("an hour before now") },
        { QStringLiteral("12h"), Words::tr("12 hours before now") },
        { QStringLiteral("1d"), Words::tr("a day before now") },
        { QStringLiteral("7d"), Words::tr("7 days before now") },
        { QStringLiteral("2w"), Words::tr("2 weeks before now") },
        { QStringLiteral("1m"), Words::tr("30 days before now") },
        { QStringLiteral("3m"), Words::tr("90 days before now") },
    };
    if (!moments)
        return examples;
    examples.push_back({ QStringLiteral("today"), Words::tr("since midnight") });
    examples.push_back({ QStringLiteral("yesterday"), Words::tr("the day before today") });
    examples.push_back({ QStringLiteral("thisweek"), Words::tr("this week, from its Monday") });
    examples.push_back({ QStringLiteral("thismonth"), Words::tr("this month, from its first") });
    examples.push_back({ QStringLiteral("thisyear"), Words::tr("this year, from its first") });
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(now.time_since_epoch().count());
    const QDate today = local.date();
    const auto date = [&examples](QDate day, const QString &meaning) {
        examples.push_back({ day.toString(Qt::ISODate), meaning });
    };
    date(today, Words::tr("today"));
    date(today.addDays(-1), Words::tr("yesterday"));
    date(today.addDays(1 - today.dayOfWeek()), Words::tr("Monday of this week"));
    date(QDate(today.year(), today.month(), 1), Words::tr("the first of this month"));
    date(QDate(today.year(), 1, 1), Words::tr("the first of this year"));
    examples.push_back({ QString(today.toString(Qt::ISODate)
                                 + local.time().toString(QStringLiteral("'T'hh:mm"))),
                         Words::tr("a minute: today, now") });
    return examples;
}

} // namespace models
