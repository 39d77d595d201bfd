-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT id, event, received FROM repeats WHERE id > ? ORDER BY id LIMIT ?
