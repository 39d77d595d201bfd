-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT position, CAST(reason AS BLOB), substr(body, 1, ?2), length(body), ifnull(acceptedas, 0)
FROM refusedparts WHERE delivery = ?1 ORDER BY position LIMIT ?3
