-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT b.event FROM bodies b LEFT JOIN events e ON e.id = b.event WHERE e.id IS NULL
