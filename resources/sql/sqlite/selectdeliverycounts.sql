-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT status, cause, sum(count), sum(events), sum(repeated), sum(refused)
FROM deliveries GROUP BY status, cause ORDER BY status, cause
