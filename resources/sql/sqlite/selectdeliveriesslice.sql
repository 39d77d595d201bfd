-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT d.id, d.received, CAST(d.peer AS BLOB), CAST(d.path AS BLOB), d.status,
    CAST(d.cause AS BLOB), d.size, d.events, d.repeated, d.refused, d.count, d.imported,
    CASE WHEN d.took >= 0 THEN d.took ELSE -1 - d.took
        + (SELECT c.took FROM commits c WHERE c.first = (
            SELECT max(first) FROM commits WHERE first <= d.id) AND c.last >= d.id) END,
    h.head, ifnull(d.length, d.size)
FROM deliveries d LEFT JOIN heads h ON h.id = d.head
WHERE d.id > ?1
    AND (?2 = '' OR d.peer LIKE ?2 ESCAPE '\' OR d.path LIKE ?2 ESCAPE '\'
        OR d.cause LIKE ?2 ESCAPE '\')
    AND (?3 = 0 OR ?3 & (CASE WHEN d.events = 0 AND d.repeated = 0 THEN 8
        WHEN d.refused > 0 THEN 4 WHEN d.events > 0 THEN 1 ELSE 2 END))
    AND (?4 = '' OR d.peer = ?4)
    AND (?5 = '' OR d.cause = ?5)
    AND d.id <= ?6
ORDER BY d.id
