-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT status, cause, sum(count), sum(events), sum(repeated), sum(refused), imported
FROM deliveries GROUP BY status, cause, imported ORDER BY status, cause, imported
