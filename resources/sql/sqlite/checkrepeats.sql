-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT r.event, r.delivery FROM repeats r LEFT JOIN events e ON e.id = r.event
    LEFT JOIN deliveries d ON d.id = r.delivery
WHERE e.id IS NULL OR (r.delivery <> 0 AND d.id IS NULL)
