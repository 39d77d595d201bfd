// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/eventtime.h"

#include <QDateTime>
#include <QTimeZone>

#include <cmath>

namespace models {

namespace {

/// The number that `count` digits at `at` make; -1 where one of them is none.
int digits(QStringView text, qsizetype at, qsizetype count)
{
    int number = 0;
    for (const QChar c : text.sliced(at, count)) {
        if (c < QLatin1Char('0') || c > QLatin1Char('9'))
            return -1;
        number = number * 10 + (c.unicode() - '0');
    }
    return number;
}

/// Milliseconds of ".450602", rounded, as many as 1,000; -1 where it is no fraction.
int fraction(QStringView text)
{
    constexpr qsizetype most = 9;
    const qsizetype count = text.size() - 1;
    if (count < 1 || count > most || text.front() != QLatin1Char('.'))
        return -1;
    int nanoseconds = digits(text, 1, count);
    if (nanoseconds < 0)
        return -1;
    for (qsizetype i = count; i < most; ++i)
        nanoseconds *= 10;
    return (nanoseconds + 500'000) / 1'000'000;
}

/// The form in which nearly all times come, "2020-07-23T08:18:30.450602+00:00" or with Z: Qt reads
/// it as well, in ten times the time. Nothing for any other form.
std::optional<Instant> usualTime(QStringView text)
{
    namespace chrono = std::chrono;
    if (text.endsWith(QLatin1String("+00:00")))
        text.chop(6);
    else if (text.endsWith(QLatin1Char('Z')))
        text.chop(1);
    else
        return {};
    if (text.size() < 19 || text[4] != QLatin1Char('-') || text[7] != QLatin1Char('-')
        || text[10] != QLatin1Char('T') || text[13] != QLatin1Char(':')
        || text[16] != QLatin1Char(':'))
        return {};
    const int year = digits(text, 0, 4);
    const int month = digits(text, 5, 2);
    const int day = digits(text, 8, 2);
    const int hour = digits(text, 11, 2);
    const int minute = digits(text, 14, 2);
    const int second = digits(text, 17, 2);
    const int millisecond = text.size() == 19 ? 0 : fraction(text.sliced(19));
    const chrono::year_month_day date { chrono::year(year), chrono::month(unsigned(month)),
                                        chrono::day(unsigned(day)) };
    if (year < 1 || month < 0 || day < 0 || !date.ok() || hour < 0 || hour > 23 || minute < 0
        || minute > 59 || second < 0 || second > 59 || millisecond < 0)
        return {};
    return chrono::sys_days(date) + chrono::hours(hour) + chrono::minutes(minute)
            + chrono::seconds(second) + chrono::milliseconds(millisecond);
}

} // namespace

std::optional<Instant> timeFromNumber(double value)
{
    constexpr double placeholder = 123456789;
    if (!std::isfinite(value) || value <= 0 || value == placeholder)
        return std::nullopt;
    double milliseconds = value * 1000;
    if (value >= 1e17)
        milliseconds = value / 1e6;
    else if (value >= 1e14)
        milliseconds = value / 1e3;
    else if (value >= 1e11)
        milliseconds = value;
    if (milliseconds >= 1e15) // beyond the year 33000: no time
        return std::nullopt;
    return Instant(std::chrono::milliseconds(std::llround(milliseconds)));
}

std::optional<Instant> timeFromText(QStringView text)
{
    text = text.trimmed();
    if (text.isEmpty() || text.size() > 64)
        return std::nullopt;
    if (const std::optional<Instant> usual = usualTime(text))
        return usual;
    bool isNumber = false;
    const double number = text.contains(u':') ? 0 : text.toDouble(&isNumber);
    if (isNumber)
        return timeFromNumber(number);
    QDateTime time = QDateTime::fromString(text.toString(), Qt::ISODateWithMs);
    if (!time.isValid())
        return std::nullopt;
    if (time.timeSpec() == Qt::LocalTime)
        time = QDateTime(time.date(), time.time(), QTimeZone::utc());
    return Instant(std::chrono::milliseconds(time.toMSecsSinceEpoch()));
}

} // namespace models
