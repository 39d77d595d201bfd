-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO commits (first, last, took) VALUES (?, ?, ?)
