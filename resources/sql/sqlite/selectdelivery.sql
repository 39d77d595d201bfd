-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT d.id, d.received, CAST(d.peer AS BLOB), CAST(d.path AS BLOB), d.status,
    CAST(d.cause AS BLOB), d.size, d.events, d.repeated, d.refused, d.count, d.imported,
    CASE WHEN d.took >= 0 THEN d.took ELSE -1 - d.took
        + (SELECT c.took FROM commits c WHERE c.first = (
            SELECT max(first) FROM commits WHERE first <= d.id) AND c.last >= d.id) END,
    h.head, ifnull(d.length, d.size), d.firstevent
FROM deliveries d LEFT JOIN heads h ON h.id = d.head
WHERE d.id = ?
