-- SPDX-License-Identifier: GPL-3.0-or-later
-- What people did about events; rows are only ever added. `at`: milliseconds since the epoch.
-- `who`: empty for the program itself. `kind`: as models::ActKind (models/domain/act.h), which
-- later versions extend. `value`: what an act says beyond its kind, as its kind defines.
-- `events`: ids as ranges, "1-40,42".
CREATE TABLE acts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    who TEXT NOT NULL,
    kind INTEGER NOT NULL,
    value TEXT NOT NULL DEFAULT '',
    events TEXT NOT NULL
) STRICT;

CREATE TRIGGER acts_stay BEFORE UPDATE ON acts BEGIN SELECT RAISE(ABORT, 'acts are never changed'); END;

CREATE TRIGGER acts_last BEFORE DELETE ON acts BEGIN SELECT RAISE(ABORT, 'acts are never deleted'); END;

-- What was there before there were marks counts as read: all of a year as unread would be no help
-- to anyone. A fresh store has nothing to mark.
INSERT INTO acts (at, who, kind, events)
SELECT unixepoch() * 1000, '', 1, '1-' || max(id) FROM events
HAVING max(id) > 0;
