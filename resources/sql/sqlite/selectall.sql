-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT e.id, e.received, e.time, e.family, e.severity, e.status, e.type, e.product, e.title, e.texts, e.asset,
    e.assetgroup, e.policy, e.subject, e.severityword, e.statusword, e.assettype, e.hostedon,
    e.discoveredvia, e.actor, e.assetid, e.detail, e.created,
    b.codec, b.body, CAST(t.text AS BLOB)
FROM events e JOIN bodies b ON b.event = e.id
    LEFT JOIN terms t ON t.id = e.texts AND b.codec = 2
WHERE e.id > ? ORDER BY e.id
