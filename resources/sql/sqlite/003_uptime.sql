-- SPDX-License-Identifier: GPL-3.0-or-later
-- When a receiver was on, one row for each time. `alive`: the last sign of life, written about
-- once a minute; `ended` as models::UptimeRun::End. Milliseconds since the epoch.
CREATE TABLE uptime (
    id INTEGER PRIMARY KEY,
    began INTEGER NOT NULL,
    alive INTEGER NOT NULL,
    ended INTEGER NOT NULL
) STRICT;
