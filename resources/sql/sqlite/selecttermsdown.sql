-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT id, CAST(text AS BLOB) FROM terms WHERE id BETWEEN ? AND ? ORDER BY id DESC
