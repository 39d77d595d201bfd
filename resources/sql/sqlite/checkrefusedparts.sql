-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT p.delivery FROM refusedparts p LEFT JOIN deliveries d ON d.id = p.delivery
WHERE d.id IS NULL
