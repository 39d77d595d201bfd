-- SPDX-License-Identifier: GPL-3.0-or-later
-- For the step to schema 5: must go on working on what that schema has.
SELECT e.id, b.codec, b.body, CAST(t.text AS BLOB)
FROM events e JOIN bodies b ON b.event = e.id
    LEFT JOIN terms t ON t.id = e.texts AND b.codec = 2
WHERE e.id > ? ORDER BY e.id LIMIT ?
