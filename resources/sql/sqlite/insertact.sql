-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO acts (at, who, kind, value, events) VALUES (?, ?, ?, ?, ?)
