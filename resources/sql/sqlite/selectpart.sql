-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT p.body, CAST(p.reason AS BLOB), ifnull(p.acceptedas, 0), d.received
FROM refusedparts p JOIN deliveries d ON d.id = p.delivery
WHERE p.delivery = ? AND p.position = ?
