-- SPDX-License-Identifier: GPL-3.0-or-later
-- Events that were made of a refused part by hand are not among those the request brought.
WITH brought AS (
    SELECT delivery, count(*) AS events, min(id) AS first FROM events
    WHERE (id, delivery) NOT IN (
        SELECT acceptedas, delivery FROM refusedparts WHERE acceptedas IS NOT NULL)
    GROUP BY delivery)
SELECT d.id, d.events FROM deliveries d LEFT JOIN brought b ON b.delivery = d.id
WHERE d.events <> ifnull(b.events, 0) OR d.firstevent <> ifnull(b.first, 0)
