-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT e.id, e.delivery FROM events e LEFT JOIN deliveries d ON d.id = e.delivery
WHERE d.id IS NULL
