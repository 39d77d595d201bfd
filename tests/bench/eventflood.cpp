// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/eventflood.h"

#include "models/sample/generator.h"

#include <algorithm>

EventFlood::EventFlood(models::DeliverySink &sink, int rate, int seconds)
    : m_sink(sink), m_rate(rate), m_count(rate * seconds)
{
    m_tick.setInterval(5);
    m_tick.setTimerType(Qt::PreciseTimer);
    connect(&m_tick, &QTimer::timeout, this, &EventFlood::submitDue);
}

void EventFlood::start()
{
    m_writer = std::make_unique<PacedWriter>(m_sink);
    const models::Instant now = models::now();
    models::SampleGenerator generator(static_cast<quint64>(now.time_since_epoch().count()), now,
                                      now, m_count);
    m_bodies.reserve(m_count);
    for (int i = 0; i < m_count; ++i)
        m_bodies.append(generator.next());
    emit began();
    m_elapsed.start();
    m_tick.start();
}

void EventFlood::submitDue()
{
    const auto due =
            std::min<qsizetype>(m_elapsed.nsecsElapsed() * m_rate / 1'000'000'000, m_bodies.size());
    bool good = true;
    while (good && m_sent < due)
        good = m_writer->submit(m_bodies[m_sent++], models::now());
    if (good && m_sent < m_bodies.size())
        return;
    m_tick.stop();
    good = m_writer->finish() && good;
    emit finished(good ? static_cast<double>(m_sent) * 1e9
                                  / static_cast<double>(m_elapsed.nsecsElapsed())
                       : 0);
}
