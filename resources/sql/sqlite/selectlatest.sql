-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT ifnull((SELECT max(id) FROM events), 0), ifnull((SELECT max(id) FROM repeats), 0),
    ifnull((SELECT max(id) FROM terms), 0), ifnull((SELECT max(id) FROM deliveries), 0),
    ifnull((SELECT max(id) FROM heads), 0), ifnull((SELECT max(id) FROM acts), 0)
