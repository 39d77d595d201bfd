-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT id, head FROM heads ORDER BY id DESC LIMIT ?
