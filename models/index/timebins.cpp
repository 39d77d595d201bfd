// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/timebins.h"

#include <QDateTime>

#include <algorithm>
#include <array>
#include <limits>

namespace models {

namespace {

using Unit = TimeBins::Unit;

constexpr qint64 minute = 60'000;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;
constexpr qint64 earliest = -62'135'596'800'000 + day; // year 1, whatever the zone
constexpr qint64 latest = 253'402'300'799'000 - day; // year 9999

struct Step
{
    Unit unit;
    int count;
    qint64 shortest; ///< how long such a bin lasts, about
};

constexpr std::array steps {
    Step { Unit::Minute, 1, minute },       Step { Unit::Minute, 2, 2 * minute },
    Step { Unit::Minute, 5, 5 * minute },   Step { Unit::Minute, 10, 10 * minute },
    Step { Unit::Minute, 15, 15 * minute }, Step { Unit::Minute, 30, 30 * minute },
    Step { Unit::Hour, 1, hour },           Step { Unit::Hour, 2, 2 * hour },
    Step { Unit::Hour, 3, 3 * hour },       Step { Unit::Hour, 6, 6 * hour },
    Step { Unit::Hour, 12, 12 * hour },     Step { Unit::Day, 1, day },
    Step { Unit::Day, 2, 2 * day },         Step { Unit::Week, 1, 7 * day },
    Step { Unit::Week, 2, 14 * day },       Step { Unit::Month, 1, 28 * day },
    Step { Unit::Month, 3, 90 * day },      Step { Unit::Year, 1, 365 * day },
    Step { Unit::Year, 5, 1826 * day },     Step { Unit::Year, 10, 3652 * day },
    Step { Unit::Year, 100, 36524 * day },  Step { Unit::Year, 1000, 365242 * day },
};

qint64 startOf(QDate date)
{
    return date.startOfDay().toMSecsSinceEpoch();
}

/// The beginning of the bin that holds a day; for units of a day and more.
QDate beginOf(QDate date, Step step)
{
    switch (step.unit) {
    case Unit::Day: // counted from a fixed day, so that bins stay when the axis moves
        return QDate::fromJulianDay(date.toJulianDay() - date.toJulianDay() % step.count);
    case Unit::Week: {
        const qint64 monday = date.toJulianDay() - date.toJulianDay() % 7;
        return QDate::fromJulianDay(monday - monday / 7 % step.count * 7);
    }
    case Unit::Month:
        return { date.year(), (date.month() - 1) / step.count * step.count + 1, 1 };
    default:
        return { std::max(1, date.year() / step.count * step.count), 1, 1 };
    }
}

QDate nextOf(QDate begin, Step step)
{
    switch (step.unit) {
    case Unit::Day:
        return begin.addDays(step.count);
    case Unit::Week:
        return begin.addDays(7 * step.count);
    case Unit::Month:
        return begin.addMonths(step.count);
    default:
        return { begin.year() / step.count * step.count + step.count, 1, 1 };
    }
}

void addDays(TimeBins &bins, QDate from, qint64 last, Step step)
{
    QDate begin = beginOf(from, step);
    bins.edges.push_back(startOf(begin));
    while (bins.edges.back() <= last) {
        begin = nextOf(begin, step);
        bins.edges.push_back(startOf(begin));
    }
}

/// By the clock on the wall: an hour that is left out in spring is no bin, the one that comes
/// twice in autumn is one.
void addHours(TimeBins &bins, const QDateTime &from, qint64 last, Step step)
{
    QDate date = from.date();
    int at = from.time().hour() / step.count * step.count;
    const auto edge = [&] {
        return at == 0 ? startOf(date) : QDateTime(date, QTime(at, 0)).toMSecsSinceEpoch();
    };
    const auto go = [&](int hours) {
        at += hours;
        date = date.addDays(at >= 24 ? 1 : at < 0 ? -1 : 0);
        at = (at + 24) % 24;
    };
    while (edge() > from.toMSecsSinceEpoch()) // the hour that comes twice may mean its second time
        go(-step.count);
    bins.edges.push_back(edge());
    while (bins.edges.back() <= last) {
        go(step.count);
        if (edge() > bins.edges.back())
            bins.edges.push_back(edge());
    }
}

void addMinutes(TimeBins &bins, const QDateTime &from, qint64 first, qint64 last, Step step)
{
    const qint64 inHour = from.time().msecsSinceStartOfDay() % hour;
    qint64 edge = first - inHour % (step.count * minute);
    for (; edge <= last; edge += step.count * minute)
        bins.edges.push_back(edge);
    bins.edges.push_back(edge);
}

} // namespace

int TimeBins::binAt(qint64 moment) const
{
    if (count() == 0)
        return -1;
    const auto after = std::upper_bound(edges.begin(), edges.end(), moment);
    return std::clamp(static_cast<int>(after - edges.begin()) - 1, 0, count() - 1);
}

TimeBins timeBins(qint64 first, qint64 last, int most)
{
    first = std::clamp(first, earliest, latest);
    last = std::clamp(last, first, latest);
    most = std::max(most, 4);
    // The first and the last bin may reach over the ends.
    const auto fits = [&](const Step &step) { return (last - first) / step.shortest + 2 <= most; };
    const auto found = std::find_if(steps.begin(), steps.end(), fits);
    const Step step = found == steps.end() ? steps.back() : *found;
    TimeBins bins;
    bins.unit = step.unit;
    bins.step = step.count;
    const QDateTime from = QDateTime::fromMSecsSinceEpoch(first);
    if (step.unit == Unit::Minute)
        addMinutes(bins, from, first, last, step);
    else if (step.unit == Unit::Hour)
        addHours(bins, from, last, step);
    else
        addDays(bins, from.date(), last, step);
    return bins;
}

} // namespace models
