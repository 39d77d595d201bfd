-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT h.head, ifnull(d.length, d.size)
FROM events e JOIN deliveries d ON d.id = e.delivery JOIN heads h ON h.id = d.head
WHERE e.id = ?
