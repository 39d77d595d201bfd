// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/uptime.h"

#include <vector>

namespace app {

/// What is to be written of when the receiver is on: a run from its begin to its end with a sign of
/// life about once a minute, so that after a crash it is known until when it was on. A clock that
/// jumps against the steady one (the computer slept, or the clock was set) ends a run at its last
/// sign and begins another. No input or output; the writer's thread.
class UptimeLog final
{
public:
    struct Moment
    {
        models::Instant wall;
        std::chrono::steady_clock::time_point steady;
        static Moment now();
    };

    explicit UptimeLog(std::chrono::milliseconds interval) : m_interval(interval) { }

    /// What the store has: the newest run, if any, and when the newest request came. That one is a
    /// sign of life, too, of a program that died.
    void load(const std::optional<models::UptimeRun> &newest, models::Instant lastRequest);
    /// The receiver is on from now on, or off. The same again is no news.
    void setOn(bool on, Moment moment);
    bool isOn() const { return m_on; }
    /// A sign of life; nothing where the last one is younger than the interval.
    void sign(Moment moment);

    /// Rows to be written, once load() was called; confirm() when they are on disk.
    std::vector<models::UptimeRun> unwritten() const;
    void confirm();

private:
    void begin(Moment moment);
    void renew(Moment moment);
    void put(const models::UptimeRun &run);

    const std::chrono::milliseconds m_interval;
    bool m_loaded = false;
    bool m_on = false;
    qint64 m_lastId = 0;
    models::UptimeRun m_run; ///< while it is on
    Moment m_signed {};
    std::vector<models::UptimeRun> m_unwritten; ///< ids count from 0 until load()
};

} // namespace app
