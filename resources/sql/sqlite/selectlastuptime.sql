-- SPDX-License-Identifier: GPL-3.0-or-later
-- The newest run, and when the newest request came: a sign of life, too.
SELECT id, began, alive, ended,
    ifnull((SELECT received FROM deliveries WHERE imported = 0 ORDER BY id DESC LIMIT 1), 0)
FROM uptime ORDER BY id DESC LIMIT 1
