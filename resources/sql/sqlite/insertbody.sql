-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO bodies (event, codec, body) VALUES (?, ?, ?)
