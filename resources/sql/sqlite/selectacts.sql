-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT id, at, who, kind, events, value FROM acts WHERE id > ? ORDER BY id
