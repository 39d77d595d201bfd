-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO heads (id, head) VALUES (?, ?)
