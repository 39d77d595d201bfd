-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT event, count(*), max(received) FROM repeats GROUP BY event
