// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/index/timebound.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QTimeZone>

#include <array>

namespace models {

namespace {

using Relation = FilterNode::Relation;

std::optional<TimeBound> spanBound(QStringView value)
{
    if (value.size() < 2 || value.size() > 7)
        return {};
    bool numeric = false;
    const uint number = value.chopped(1).toUInt(&numeric);
    if (!numeric || !value.front().isDigit())
        return {};
    TimeBound bound;
    bound.relative = true;
    switch (value.back().toLower().unicode()) {
    case 'h':
        bound.span = std::chrono::hours(number);
        break;
    case 'd':
        bound.span = std::chrono::hours(24) * number;
        break;
    case 'w':
        bound.span = std::chrono::hours(24 * 7) * number;
        break;
    case 'm':
        bound.span = std::chrono::hours(24 * 30) * number;
        break;
    default:
        return {};
    }
    return bound;
}

Instant toInstant(const QDateTime &time)
{
    return Instant(std::chrono::milliseconds(time.toMSecsSinceEpoch()));
}

std::optional<TimeBound> partBound(QStringView value)
{
    using Part = TimeBound::Part;
    constexpr std::array<std::pair<QLatin1String, Part>, 5> words { {
            { QLatin1String("today"), Part::Today },
            { QLatin1String("yesterday"), Part::Yesterday },
            { QLatin1String("thisweek"), Part::ThisWeek },
            { QLatin1String("thismonth"), Part::ThisMonth },
            { QLatin1String("thisyear"), Part::ThisYear },
    } };
    for (const auto &[word, part] : words) {
        if (value.compare(word, Qt::CaseInsensitive) != 0)
            continue;
        TimeBound bound;
        bound.part = part;
        return bound;
    }
    return {};
}

/// The first day of a part of the calendar and the first after it.
std::pair<QDate, QDate> daysOf(TimeBound::Part part, QDate today)
{
    switch (part) {
    case TimeBound::Part::Yesterday:
        return { today.addDays(-1), today };
    case TimeBound::Part::ThisWeek: {
        const QDate monday = today.addDays(1 - today.dayOfWeek());
        return { monday, monday.addDays(7) };
    }
    case TimeBound::Part::ThisMonth: {
        const QDate first(today.year(), today.month(), 1);
        return { first, first.addMonths(1) };
    }
    case TimeBound::Part::ThisYear:
        return { QDate(today.year(), 1, 1), QDate(today.year() + 1, 1, 1) };
    case TimeBound::Part::None:
    case TimeBound::Part::Today:
        break;
    }
    return { today, today.addDays(1) };
}

} // namespace

std::optional<TimeBound> timeBound(QStringView value)
{
    if (const auto span = spanBound(value))
        return span;
    if (const auto part = partBound(value))
        return part;
    static const QRegularExpression shape(QStringLiteral(
            "^(\\d{4}-\\d\\d-\\d\\d)(?:[Tt](\\d\\d):(\\d\\d)(?::(\\d\\d)(?:\\.(\\d{1,3}))?)?)?"
            "(?:([Zz])|([+-])(\\d\\d):?(\\d\\d))?$"));
    if (value.size() > 40)
        return {};
    const QRegularExpressionMatch match = shape.match(value.toString());
    if (!match.hasMatch())
        return {};
    const QDate date = QDate::fromString(match.captured(1), Qt::ISODate);
    const bool timed = match.hasCaptured(2) && !match.captured(2).isEmpty();
    const QTime time(match.captured(2).toInt(), match.captured(3).toInt(),
                     match.captured(4).toInt(),
                     match.captured(5).leftJustified(3, QLatin1Char('0')).toInt());
    if (!date.isValid() || !time.isValid())
        return {};
    int offset = 0;
    const bool local = match.captured(6).isEmpty() && match.captured(7).isEmpty();
    if (!match.captured(7).isEmpty()) {
        const int hours = match.captured(8).toInt();
        const int minutes = match.captured(9).toInt();
        if (hours > 14 || minutes > 59)
            return {};
        offset = (hours * 60 + minutes) * 60;
        if (match.captured(7) == QLatin1String("-"))
            offset = -offset;
    }
    const auto at = [&](QDate day, QTime moment) {
        return local ? QDateTime(day, moment)
                     : QDateTime(day, moment, QTimeZone::utc()).addSecs(-offset);
    };
    TimeBound bound;
    if (!timed) {
        bound.begin = toInstant(local ? date.startOfDay() : at(date, QTime(0, 0)));
        bound.end =
                toInstant(local ? date.addDays(1).startOfDay() : at(date.addDays(1), QTime(0, 0)));
        return bound;
    }
    bound.begin = toInstant(at(date, time));
    bound.end = bound.begin
            + (match.captured(4).isEmpty()           ? std::chrono::milliseconds(60000)
                       : match.captured(5).isEmpty() ? std::chrono::milliseconds(1000)
                                                     : std::chrono::milliseconds(1));
    return bound;
}

TimeRange timeRange(Field field, Relation relation, const TimeBound &bound, Instant now)
{
    TimeRange range;
    if (bound.relative) {
        const qint64 moment = (now - bound.span).time_since_epoch().count();
        // An age grows while its moment goes back.
        const bool turned = field == Field::Age || field == Field::OpenAge;
        switch (relation) {
        case Relation::Is:
            range.first = moment;
            break;
        case Relation::Less:
            turned ? range.first = moment + 1 : range.last = moment - 1;
            break;
        case Relation::LessOrEqual:
            turned ? range.first = moment : range.last = moment;
            break;
        case Relation::Greater:
            turned ? range.last = moment - 1 : range.first = moment + 1;
            break;
        case Relation::GreaterOrEqual:
            turned ? range.last = moment : range.first = moment;
            break;
        }
        return range;
    }
    qint64 begin = bound.begin.time_since_epoch().count();
    qint64 end = bound.end.time_since_epoch().count();
    if (bound.part != TimeBound::Part::None) {
        const auto [first, next] = daysOf(
                bound.part, QDateTime::fromMSecsSinceEpoch(now.time_since_epoch().count()).date());
        begin = first.startOfDay().toMSecsSinceEpoch();
        end = next.startOfDay().toMSecsSinceEpoch();
    }
    switch (relation) {
    case Relation::Is:
        range = { begin, end - 1 };
        break;
    case Relation::Less:
        range.last = begin - 1;
        break;
    case Relation::LessOrEqual:
        range.last = end - 1;
        break;
    case Relation::Greater:
        range.first = end;
        break;
    case Relation::GreaterOrEqual:
        range.first = begin;
        break;
    }
    return range;
}

} // namespace models
