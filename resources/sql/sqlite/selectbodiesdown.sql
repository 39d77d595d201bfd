-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT b.event, b.codec, b.body, CAST(t.text AS BLOB)
FROM bodies b JOIN events e ON e.id = b.event
    LEFT JOIN terms t ON t.id = e.texts AND b.codec = 2
WHERE b.event BETWEEN ? AND ? ORDER BY b.event DESC
