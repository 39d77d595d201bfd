-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT p.delivery, p.acceptedas FROM refusedparts p LEFT JOIN events e ON e.id = p.acceptedas
WHERE p.acceptedas IS NOT NULL AND e.id IS NULL
