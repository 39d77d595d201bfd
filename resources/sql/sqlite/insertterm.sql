-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO terms (id, text) VALUES (?, CAST(? AS TEXT))
