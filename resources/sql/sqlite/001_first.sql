-- SPDX-License-Identifier: GPL-3.0-or-later
-- The dictionary: every text that is shown, filtered or searched, once. Dense ids from 1.
CREATE TABLE terms (
    id INTEGER PRIMARY KEY,
    text TEXT NOT NULL
) STRICT;

-- One row per request. `status` is the HTTP status of the answer; `body` is kept only of
-- refused requests that carried the right credentials.
CREATE TABLE deliveries (
    id INTEGER PRIMARY KEY,
    received INTEGER NOT NULL,
    peer TEXT NOT NULL,
    path TEXT NOT NULL,
    status INTEGER NOT NULL,
    cause TEXT NOT NULL,
    size INTEGER NOT NULL,
    events INTEGER NOT NULL,
    repeated INTEGER NOT NULL,
    refused INTEGER NOT NULL,
    count INTEGER NOT NULL,
    body BLOB
) STRICT;

-- The parts of an accepted request that were no events.
CREATE TABLE refusedparts (
    delivery INTEGER NOT NULL REFERENCES deliveries (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    reason TEXT NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (delivery, position)
) STRICT, WITHOUT ROWID;

-- Narrow on purpose: the start reads all of it. Times are milliseconds since the epoch; `time`
-- is NULL where the event carries none. From `type` to `actor`: ids in `terms`, 0 is the empty
-- text. No secondary index: each would halve the rate of arrival.
CREATE TABLE events (
    id INTEGER PRIMARY KEY,
    received INTEGER NOT NULL,
    time INTEGER,
    family INTEGER NOT NULL,
    severity INTEGER NOT NULL,
    status INTEGER NOT NULL,
    type INTEGER NOT NULL,
    product INTEGER NOT NULL,
    title INTEGER NOT NULL,
    texts INTEGER NOT NULL,
    asset INTEGER NOT NULL,
    assetgroup INTEGER NOT NULL,
    policy INTEGER NOT NULL,
    subject INTEGER NOT NULL,
    severityword INTEGER NOT NULL,
    statusword INTEGER NOT NULL,
    assettype INTEGER NOT NULL,
    hostedon INTEGER NOT NULL,
    discoveredvia INTEGER NOT NULL,
    actor INTEGER NOT NULL,
    delivery INTEGER NOT NULL,
    fingerprint INTEGER NOT NULL
) STRICT;

-- The event objects byte for byte; `codec` as in bodycodec.h.
CREATE TABLE bodies (
    event INTEGER PRIMARY KEY REFERENCES events (id) ON DELETE CASCADE,
    codec INTEGER NOT NULL,
    body BLOB NOT NULL
) STRICT;

-- Identical bodies that came again.
CREATE TABLE repeats (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    event INTEGER NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    received INTEGER NOT NULL
) STRICT;

CREATE INDEX repeats_event ON repeats (event);
