// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/uptime.h"

#include <algorithm>

namespace models {

using namespace std::chrono_literals;

namespace {

constexpr auto patience = 3min;
constexpr auto shortest = 5s;

} // namespace

Uptime uptimeOf(QList<UptimeRun> runs, Instant now)
{
    Uptime uptime;
    if (runs.isEmpty())
        return uptime;
    const auto newest =
            std::max_element(runs.begin(), runs.end(),
                             [](const UptimeRun &a, const UptimeRun &b) { return a.id < b.id; });
    for (UptimeRun &run : runs)
        run.alive = std::max(run.alive, run.began); // a clock that was set back
    if (newest->end == UptimeRun::End::Unknown && now - newest->alive <= patience)
        newest->alive = std::max(newest->alive, now);
    std::sort(runs.begin(), runs.end(),
              [](const UptimeRun &a, const UptimeRun &b) { return a.began < b.began; });
    uptime.known = runs.constFirst().began;
    Instant covered = runs.constFirst().began;
    UptimeRun::End how = UptimeRun::End::Unknown;
    for (const UptimeRun &run : std::as_const(runs)) {
        if (run.began - covered >= shortest)
            uptime.gaps.append({ covered, run.began, how, false });
        if (run.alive >= covered) {
            covered = run.alive;
            how = run.end;
        }
    }
    if (now - covered >= shortest)
        uptime.gaps.append({ covered, now, how, true });
    return uptime;
}

} // namespace models
