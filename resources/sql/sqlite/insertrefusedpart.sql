-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO refusedparts (delivery, position, reason, body) VALUES (?, ?, ?, ?)
