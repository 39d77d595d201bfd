-- SPDX-License-Identifier: GPL-3.0-or-later
-- The request lines and headers, each text once where that could be told cheaply: one sender's
-- hardly differ. Without the value of Content-Length (requesthead.h).
CREATE TABLE heads (
    id INTEGER PRIMARY KEY,
    head BLOB NOT NULL
) STRICT;

-- How long the commit took that made the deliveries from `first` to `last` durable, in
-- microseconds from its beginning. Known only afterwards, so written with a later one.
CREATE TABLE commits (
    first INTEGER PRIMARY KEY,
    last INTEGER NOT NULL,
    took INTEGER NOT NULL
) STRICT;

-- Bytes that carried the right credentials rest in one place, whether all of a body was refused
-- or a part of it.
INSERT INTO refusedparts (delivery, position, reason, body)
SELECT id, 0, cause, body FROM deliveries WHERE length(body) > 0;

UPDATE deliveries SET refused = 1 WHERE length(body) > 0;

ALTER TABLE deliveries DROP COLUMN body;

-- In `heads`; 0: not kept.
ALTER TABLE deliveries ADD COLUMN head INTEGER NOT NULL DEFAULT 0;

-- The value of Content-Length; NULL where there was none or where it equals `size`.
ALTER TABLE deliveries ADD COLUMN length INTEGER;

-- Microseconds from the whole request to its answer. NULL: unknown. Below 0: -1 - the time until
-- its commit began; the rest is in `commits`, or unknown where it is not there.
ALTER TABLE deliveries ADD COLUMN took INTEGER;

-- The first of its new events, whose ids have no gap; 0: none.
ALTER TABLE deliveries ADD COLUMN firstevent INTEGER NOT NULL DEFAULT 0;

-- 1: read from a file; `repeated` then counts events that were there and were left as they are.
ALTER TABLE deliveries ADD COLUMN imported INTEGER NOT NULL DEFAULT 0;

UPDATE deliveries SET firstevent = f.event
FROM (SELECT delivery, min(id) AS event FROM events GROUP BY delivery) AS f
WHERE f.delivery = deliveries.id;

-- Which delivery brought it; 0: of before this was kept.
ALTER TABLE repeats ADD COLUMN delivery INTEGER NOT NULL DEFAULT 0;

-- The event that was made of the part by hand.
ALTER TABLE refusedparts ADD COLUMN acceptedas INTEGER;
