-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO uptime (id, began, alive, ended) VALUES (?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET alive = excluded.alive, ended = excluded.ended
