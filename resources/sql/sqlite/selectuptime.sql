-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT id, began, alive, ended FROM uptime ORDER BY id DESC LIMIT 10000
