-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT e.received, b.codec, b.body, CAST(t.text AS BLOB), ifnull(d.peer, ''),
    (SELECT count(*) FROM repeats WHERE event = e.id),
    ifnull((SELECT max(received) FROM repeats WHERE event = e.id), e.received)
FROM events e JOIN bodies b ON b.event = e.id LEFT JOIN deliveries d ON d.id = e.delivery
    LEFT JOIN terms t ON t.id = e.texts AND b.codec = 2
WHERE e.id = ?
