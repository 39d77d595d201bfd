// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/timewords.h"

#include "models/items/eventtext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace views {

namespace {

struct TimeWords
{
    Q_DECLARE_TR_FUNCTIONS(TimeWords)
};

QDateTime local(qint64 moment)
{
    return QDateTime::fromMSecsSinceEpoch(moment);
}

QString day(QDate date, QDate today, bool weekday = false)
{
    QString format = weekday ? QStringLiteral("ddd d MMM") : QStringLiteral("d MMM");
    if (date.year() != today.year())
        format += QStringLiteral(" yyyy");
    return QLocale().toString(date, format);
}

QString clock(QTime time)
{
    return QLocale().toString(
            time, time.second() != 0 ? QStringLiteral("HH:mm:ss") : QStringLiteral("HH:mm"));
}

QString between(const QString &from, const QString &to)
{
    return TimeWords::tr("%1 – %2").arg(from, to);
}

QString moment(const QDateTime &at, QDate today)
{
    return day(at.date(), today) + QLatin1Char(' ') + clock(at.time());
}

/// Both at the begin of a day; `last` belongs to it.
QString daysText(QDate from, QDate last, QDate today)
{
    const QDate end = last.addDays(1);
    const QLocale locale;
    if (from.day() == 1 && end.day() == 1) {
        if (from.month() == 1 && end.month() == 1) {
            const QString year = QString::number(from.year());
            return from.year() == last.year() ? year : between(year, QString::number(last.year()));
        }
        if (from.month() == last.month() && from.year() == last.year())
            return locale.toString(from, QStringLiteral("MMMM yyyy"));
        return between(locale.toString(from, QStringLiteral("MMM yyyy")),
                       locale.toString(last, QStringLiteral("MMM yyyy")));
    }
    if (from == last)
        return day(from, today, true);
    return between(day(from, today), day(last, today));
}

QString gapText(const models::UptimeGap &gap, QDate today)
{
    const QString from = moment(local(gap.from.time_since_epoch().count()), today);
    if (gap.lasts)
        return TimeWords::tr("Receiver off since %1").arg(from);
    const QString to = moment(local(gap.to.time_since_epoch().count()), today);
    switch (gap.how) {
    case models::UptimeRun::End::Stopped:
        return TimeWords::tr("Receiver off from %1 to %2").arg(from, to);
    case models::UptimeRun::End::Jumped:
        return TimeWords::tr("Receiver off from %1 to %2: the computer slept, or its clock was set")
                .arg(from, to);
    case models::UptimeRun::End::Unknown:
        break;
    }
    return TimeWords::tr("Receiver off from %1 to %2: it ended without being stopped")
            .arg(from, to);
}

} // namespace

QString spanText(qint64 first, qint64 end, QDate today)
{
    const QDateTime from = local(first);
    const QDateTime to = local(end);
    if (from == from.date().startOfDay() && to == to.date().startOfDay() && first < end)
        return daysText(from.date(), to.date().addDays(-1), today);
    if (local(end - 1).date() == from.date()) {
        const QString until = to.date() == from.date() ? clock(to.time()) : QStringLiteral("24:00");
        return between(day(from.date(), today, true) + QLatin1Char(' ') + clock(from.time()),
                       until);
    }
    return between(moment(from, today), moment(to, today));
}

QString selectionText(const std::optional<models::TimeSelection> &selection, QDate today)
{
    if (!selection)
        return TimeWords::tr("All time");
    const QString value = selection->text.section(QLatin1String(">="), 1);
    if (value == QLatin1String("1h"))
        return TimeWords::tr("Last hour");
    if (value == QLatin1String("24h"))
        return TimeWords::tr("Last 24 hours");
    if (value == QLatin1String("7d"))
        return TimeWords::tr("Last 7 days");
    if (value == QLatin1String("30d"))
        return TimeWords::tr("Last 30 days");
    if (value == QLatin1String("thisyear"))
        return TimeWords::tr("This year");
    const models::TimeRange &range = selection->range;
    if (range.first > range.last)
        return TimeWords::tr("No time at all");
    if (range.first == models::TimeRange().first && range.last == models::TimeRange().last)
        return TimeWords::tr("All time");
    if (range.last == models::TimeRange().last)
        return TimeWords::tr("Since %1").arg(moment(local(range.first), today));
    if (range.first == models::TimeRange().first)
        return TimeWords::tr("Before %1").arg(moment(local(range.last + 1), today));
    return spanText(range.first, range.last + 1, today);
}

QString eventsText(quint32 count)
{
    if (count == 0)
        return TimeWords::tr("no event");
    return count == 1 ? TimeWords::tr("1 event")
                      : TimeWords::tr("%1 events").arg(QLocale().toString(count));
}

QString beforeText(quint32 count)
{
    return count == 0 ? QString() : TimeWords::tr("%1 before").arg(eventsText(count));
}

QString afterText(quint32 count)
{
    return count == 0 ? QString() : TimeWords::tr("%1 after").arg(eventsText(count));
}

QString binText(const models::TimeBins &bins)
{
    const int n = bins.step;
    switch (bins.unit) {
    case models::TimeBins::Unit::Minute:
        return n == 1 ? TimeWords::tr("1 minute a bar") : TimeWords::tr("%1 minutes a bar").arg(n);
    case models::TimeBins::Unit::Hour:
        return n == 1 ? TimeWords::tr("1 hour a bar") : TimeWords::tr("%1 hours a bar").arg(n);
    case models::TimeBins::Unit::Day:
        return n == 1 ? TimeWords::tr("1 day a bar") : TimeWords::tr("%1 days a bar").arg(n);
    case models::TimeBins::Unit::Week:
        return n == 1 ? TimeWords::tr("1 week a bar") : TimeWords::tr("%1 weeks a bar").arg(n);
    case models::TimeBins::Unit::Month:
        return n == 1 ? TimeWords::tr("1 month a bar") : TimeWords::tr("%1 months a bar").arg(n);
    case models::TimeBins::Unit::Year:
        break;
    }
    return n == 1 ? TimeWords::tr("1 year a bar") : TimeWords::tr("%1 years a bar").arg(n);
}

QString detailText(const models::Histogram &histogram, int first, int end,
                   const std::optional<models::Uptime> &uptime, QDate today)
{
    constexpr int mostGaps = 4;
    const models::TimeBins &bins = histogram.bins;
    if (first < 0 || end > bins.count() || first >= end)
        return {};
    const qint64 from = bins.edges[size_t(first)];
    const qint64 to = bins.edges[size_t(end)];
    const models::Histogram::Levels levels = histogram.total(first, end);
    const QString span = spanText(from, to, today);
    QStringList lines { span, eventsText(models::Histogram::sum(levels)) };
    for (int level = models::severityCount - 1; level >= 0; --level) {
        if (const quint32 count = levels[size_t(level)]) {
            lines += TimeWords::tr("%1: %2").arg(models::severityText(models::Severity(level)),
                                                 QLocale().toString(count));
        }
    }
    if (first == 0 && histogram.before > 0)
        lines += beforeText(histogram.before);
    if (end == bins.count() && histogram.after > 0)
        lines += afterText(histogram.after);
    if (!uptime)
        return lines.join(QLatin1Char('\n'));
    int named = 0;
    for (const models::UptimeGap &gap : uptime->gaps) {
        if (gap.from.time_since_epoch().count() >= to || gap.to.time_since_epoch().count() <= from)
            continue;
        if (++named > mostGaps) {
            lines += TimeWords::tr("and more times off");
            break;
        }
        lines += gapText(gap, today);
    }
    if (!uptime->known || from < uptime->known->time_since_epoch().count())
        lines += TimeWords::tr("Whether the receiver was on then is not on record");
    return lines.join(QLatin1Char('\n'));
}

} // namespace views
