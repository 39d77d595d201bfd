-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT e.id FROM events e LEFT JOIN bodies b ON b.event = e.id WHERE b.event IS NULL
