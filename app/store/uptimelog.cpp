// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/uptimelog.h"

#include <algorithm>

namespace app {

using namespace std::chrono_literals;

namespace {

/// Both clocks are read one after the other, and the system slews the wall's a little.
constexpr auto mostDrift = 10s;

} // namespace

UptimeLog::Moment UptimeLog::Moment::now()
{
    return { models::now(), std::chrono::steady_clock::now() };
}

void UptimeLog::load(const std::optional<models::UptimeRun> &newest, models::Instant lastRequest)
{
    const qint64 before = newest ? newest->id : 0;
    if (!m_loaded) {
        // What was noted before the store was open gets the numbers that follow.
        for (models::UptimeRun &run : m_unwritten)
            run.id += before;
        m_run.id += before;
        m_lastId += before;
    }
    m_loaded = true;
    if (!newest || newest->end != models::UptimeRun::End::Unknown || newest->id > m_lastId)
        return;
    if (m_on && newest->id == m_run.id)
        return; // opened again while it is on
    if (lastRequest > newest->alive && lastRequest - newest->alive <= 2 * m_interval) {
        models::UptimeRun died = *newest;
        died.alive = lastRequest;
        put(died);
    }
}

void UptimeLog::setOn(bool on, Moment moment)
{
    if (on == m_on)
        return;
    if (!on) {
        renew(moment);
        m_run.end = models::UptimeRun::End::Stopped;
        put(m_run);
    }
    m_on = on;
    if (on)
        begin(moment);
}

void UptimeLog::sign(Moment moment)
{
    if (m_on && moment.steady - m_signed.steady >= m_interval)
        renew(moment);
}

void UptimeLog::renew(Moment moment)
{
    const auto drift = (moment.wall - m_signed.wall) - (moment.steady - m_signed.steady);
    if (drift > mostDrift || drift < -mostDrift) {
        m_run.end = models::UptimeRun::End::Jumped;
        put(m_run);
        begin(moment);
        return;
    }
    m_run.alive = moment.wall;
    m_signed = moment;
    put(m_run);
}

std::vector<models::UptimeRun> UptimeLog::unwritten() const
{
    return m_loaded ? m_unwritten : std::vector<models::UptimeRun>();
}

void UptimeLog::confirm()
{
    m_unwritten.clear();
}

void UptimeLog::begin(Moment moment)
{
    m_run = { ++m_lastId, moment.wall, moment.wall, models::UptimeRun::End::Unknown };
    m_signed = moment;
    put(m_run);
}

void UptimeLog::put(const models::UptimeRun &run)
{
    const auto same =
            std::find_if(m_unwritten.begin(), m_unwritten.end(),
                         [&](const models::UptimeRun &kept) { return kept.id == run.id; });
    if (same != m_unwritten.end())
        *same = run;
    else
        m_unwritten.push_back(run);
}

} // namespace app
