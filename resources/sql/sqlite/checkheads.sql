-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT d.id FROM deliveries d LEFT JOIN heads h ON h.id = d.head
WHERE d.head <> 0 AND h.id IS NULL
