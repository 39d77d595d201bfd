-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT CASE WHEN d.events = 0 AND d.repeated = 0 THEN 8
        WHEN d.refused > 0 THEN 4 WHEN d.events > 0 THEN 1 ELSE 2 END,
    d.count, CAST(d.peer AS BLOB), CAST(d.cause AS BLOB)
FROM deliveries d
WHERE d.id > ?1
    AND (?2 = '' OR d.peer LIKE ?2 ESCAPE '\' OR d.path LIKE ?2 ESCAPE '\'
        OR d.cause LIKE ?2 ESCAPE '\')
    AND d.id <= ?3
