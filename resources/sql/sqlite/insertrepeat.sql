-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO repeats (event, received, delivery) VALUES (?, ?, ?)
