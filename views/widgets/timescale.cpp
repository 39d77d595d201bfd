// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/timescale.h"

#include <QDateTime>

#include <algorithm>
#include <cmath>

namespace views {

namespace {

using Unit = models::TimeBins::Unit;

TimeScale::Tick tickOf(qint64 moment, Unit unit, const QLocale &locale)
{
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(moment);
    const QDate date = at.date();
    TimeScale::Tick tick;
    switch (unit) {
    case Unit::Minute:
    case Unit::Hour:
        tick.strong = at == date.startOfDay();
        tick.text = tick.strong ? locale.toString(date, QStringLiteral("d MMM"))
                                : locale.toString(at.time(), QStringLiteral("HH:mm"));
        break;
    case Unit::Day:
    case Unit::Week:
        tick.text = locale.toString(date, QStringLiteral("d MMM"));
        break;
    case Unit::Month:
        tick.strong = date.month() == 1;
        tick.text = tick.strong ? QString::number(date.year())
                                : locale.standaloneMonthName(date.month(), QLocale::ShortFormat);
        break;
    case Unit::Year:
        tick.text = QString::number(date.year());
        break;
    }
    return tick;
}

} // namespace

int TimeScale::edgeX(int edge) const
{
    const int count = std::max(m_bins.count(), 1);
    return m_left + static_cast<int>(std::lround(double(edge) * m_width / count));
}

int TimeScale::binAt(int x) const
{
    const int count = m_bins.count();
    if (count == 0 || m_width <= 0)
        return -1;
    int bin = std::clamp((x - m_left) * count / m_width, 0, count - 1);
    while (bin > 0 && edgeX(bin) > x)
        --bin;
    while (bin < count - 1 && edgeX(bin + 1) <= x)
        ++bin;
    return bin;
}

int TimeScale::edgeAt(int x) const
{
    const int bin = binAt(x);
    return bin < 0 || x - edgeX(bin) < edgeX(bin + 1) - x ? bin : bin + 1;
}

int TimeScale::xOf(qint64 moment) const
{
    const int bin = m_bins.binAt(moment);
    if (bin < 0 || moment <= m_bins.edges.front())
        return m_left;
    if (moment >= m_bins.edges.back())
        return right();
    const qint64 begin = m_bins.edges[size_t(bin)];
    const double part = double(moment - begin) / double(m_bins.edges[size_t(bin) + 1] - begin);
    return edgeX(bin) + static_cast<int>(std::lround(part * (edgeX(bin + 1) - edgeX(bin))));
}

std::vector<TimeScale::Tick> TimeScale::ticks(int distance, const QLocale &locale) const
{
    std::vector<Tick> ticks;
    if (m_bins.count() == 0 || m_width < distance)
        return ticks;
    const models::TimeBins coarse = models::timeBins(m_bins.edges.front(), m_bins.edges.back() - 1,
                                                     std::max(m_width / distance, 4));
    int last = m_left - distance;
    for (const qint64 edge : coarse.edges) {
        if (edge < m_bins.edges.front() || edge >= m_bins.edges.back())
            continue;
        Tick tick = tickOf(edge, coarse.unit, locale);
        tick.x = xOf(edge);
        if (tick.x - last < distance * 3 / 4)
            continue;
        last = tick.x;
        ticks.push_back(tick);
    }
    return ticks;
}

} // namespace views
